import type { Article } from './article.ts';

/** The dates that decide whether readers may see a published article. */
export type VisibilityDates = Pick<Article, 'publishedAt' | 'withdrawAt'>;

/** The state of a published article at an instant: live from `publishedAt` on, withdrawn from `withdrawAt` on. */
export const visibilityAt = (
  { publishedAt, withdrawAt }: VisibilityDates,
  now: Date,
): 'scheduled' | 'live' | 'withdrawn' => {
  const instant = now.toISOString();
  if (withdrawAt !== null && withdrawAt <= instant) return 'withdrawn';
  return publishedAt !== null && publishedAt <= instant ? 'live' : 'scheduled';
};

/** Whether readers may see a published article. */
export const isPublic = (dates: VisibilityDates, now: Date): boolean => visibilityAt(dates, now) === 'live';

/** The same rule in SQL. */
export const isPublicSql = 'publishedAt <= :now and (withdrawAt is null or withdrawAt > :now)';

/** The next instant at which an article appears or disappears by time alone; null when there is none. */
export const nextVisibilityChange = (
  { publishedAt, withdrawAt }: VisibilityDates,
  now: Date,
): string | null => {
  const instant = now.toISOString();
  return [publishedAt, withdrawAt].find((at) => at !== null && at > instant) ?? null;
};
