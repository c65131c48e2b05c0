import { addMonths, localDay, monthOf, monthsUntil } from '../time/local-day.ts';

/** Months that a list's tags reach back. With them and its articles a page stays below CloudFront's 50 tags; what is put in further back shows within a day. */
const taggedMonths = 24;

/** Carried by every page: its name, its navigation, its footer. */
export const siteTag = 'site';

/** Carried by what shows an article, be it no more than its title. */
export const articleTag = (id: string): string => `a-${id}`;

/** Carried by what lists the news of the whole site and reaches into a month. */
export const listTag = (month: string): string => `l-${month}`;

/** Carried by what lists the news of a category and reaches into a month. */
export const categoryTag = (category: string, month: string): string => `c-${category}-${month}`;

/**
 * The months in which a list from its `oldest` article to its `newest` would show another. Without a newest one it is open to what is
 * still to come, the month after this one included, for a page outlives the turn of the month; without an oldest one it is not full.
 */
export const monthsOf = (
  { oldest, newest }: { oldest: string | null; newest: string | null },
  now: Date,
): string[] => {
  const last = newest ? monthOf(localDay(new Date(newest))) : addMonths(monthOf(localDay(now)), 1);
  const first = oldest ? monthOf(localDay(new Date(oldest))) : '';
  return monthsUntil(last, taggedMonths).filter((month) => month >= first);
};
