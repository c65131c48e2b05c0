import * as z from 'zod/mini';

/** The stored status. Whether `published` means scheduled, live or withdrawn is computed from the clock: see `stateAt`. */
export const articleStatus = z.enum(['draft', 'in_review', 'returned', 'approved', 'published', 'withdrawn']);
export type ArticleStatus = z.infer<typeof articleStatus>;

/** The state of an article at an instant: see `stateAt` in `workflow.ts`. */
export const articleState = z.enum([
  'draft',
  'in_review',
  'returned',
  'approved',
  'scheduled',
  'live',
  'withdrawn',
]);
export type ArticleState = z.infer<typeof articleState>;
