import type { FeedItem } from './live-article.ts';

/** The dates that decide whether readers may see an article. */
export type VisibilityDates = Pick<FeedItem, 'publishedAt' | 'withdrawAt'>;

/** Whether readers may see an article: it is published, and not yet withdrawn. */
export const isPublic = ({ publishedAt, withdrawAt }: VisibilityDates, now: Date): boolean => {
  const instant = now.toISOString();
  return publishedAt <= instant && (withdrawAt === null || withdrawAt > instant);
};

/** The same rule as a DynamoDB filter; `:never` is null. */
export const isPublicFilter = 'publishedAt <= :now AND (withdrawAt = :never OR withdrawAt > :now)';

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
