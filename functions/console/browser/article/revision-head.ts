import type * as z from 'zod/mini';
import type { revisionListReply } from '../../../../shared/articles/replies.ts';

/** A revision in the history of an article. */
export type RevisionHead = z.infer<typeof revisionListReply>['items'][number];
