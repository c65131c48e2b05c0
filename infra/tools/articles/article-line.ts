import * as z from 'zod/mini';
import { articleContent } from '../../../shared/articles/content.ts';
import { publishRequest } from '../../../shared/articles/requests.ts';
import { articleStatus } from '../../../shared/articles/state.ts';
import { articleId } from '../../../shared/ids.ts';

const times = z.pick(publishRequest, { publishedAt: true, withdrawAt: true, updatedAt: true });

/** One line of an export: content, status and dates of an article. Without an id it gets one from its content. */
export const articleLine = z.strictObject({
  ...articleContent.shape,
  id: z.optional(articleId),
  status: z._default(articleStatus, 'draft'),
  ...times.shape,
  /** Unpublished changes of a published article. */
  workingCopy: z.optional(articleContent),
});
export type ArticleLine = z.output<typeof articleLine>;
