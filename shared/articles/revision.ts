import * as z from 'zod/mini';
import { role } from '../http/actor.ts';
import { instant } from '../time/instant.ts';
import { article } from './article.ts';

/** The step that made a revision. */
const action = z.enum([
  'create',
  'save',
  'submit',
  'return',
  'approve',
  'publish',
  'withdraw',
  'restore',
  'move',
  'retag',
  'delete',
]);
export type Action = z.infer<typeof action>;

/** One saved state of an article, whole, with who made it, in which role, when and why. */
export const revision = z.object({
  action,
  at: instant,
  by: z.string(),
  role: z._default(z.nullable(role), null),
  note: z._default(z.string(), ''),
  article,
});
export type Revision = z.infer<typeof revision>;

/** A revision as the history lists it. */
export const revisionSummary = z.object({
  ...revision.shape,
  article: z.pick(article, { version: true, title: true, status: true }),
});
