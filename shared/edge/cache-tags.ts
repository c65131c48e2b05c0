import { addMonths, localDay, monthOf, monthsUntil } from '../time/local-day.ts';

/**
 * A cache tag within a site: visible ASCII without commas, case-insensitive, at most 256 characters with the site, and at most 50 on a reply:
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/invalidation-specifying-tags.html
 */
export type CacheTag = 'site' | `a-${string}` | `l-${string}` | `c-${string}`;

/** A tag as CloudFront gets it. It begins with the site, so that several sites can share a distribution. */
export const tagOfSite = (siteId: string, tag: CacheTag): string => `${siteId}:${tag}`;

/**
 * Months that the tags of a list reach back, which keeps a page below 50 tags. An article that is published further back in time appears
 * when the page expires, within a day.
 */
const taggedMonths = 24;

/** On every page: its name, its navigation, its footer. */
export const siteTag: CacheTag = 'site';

/** On whatever shows an article, a title included. */
export const articleTag = (id: string): CacheTag => `a-${id}`;

/** On lists of the whole site that reach into a month (`2026-11`). */
export const listTag = (month: string): CacheTag => `l-${month}`;

/** On lists of a category that reach into a month. */
export const categoryTag = (category: string, month: string): CacheTag => `c-${category}-${month}`;

/**
 * The months in which a new article would change a list that spans `oldest` to `newest`. Without `newest` the list is open to scheduled
 * articles, up to the next month, because a page outlives the turn of the month; without `oldest` it is not full and reaches back further.
 */
export const monthsOf = (
  { oldest, newest }: { oldest: string | null; newest: string | null },
  now: Date,
): string[] => {
  const last = newest ? monthOf(localDay(new Date(newest))) : addMonths(monthOf(localDay(now)), 1);
  const first = oldest ? monthOf(localDay(new Date(oldest))) : '';
  return monthsUntil(last, taggedMonths).filter((month) => month >= first);
};
