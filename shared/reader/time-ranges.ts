import { type ArticleAddress, articleAddress, type FeedItem, feedItem } from '../articles/live-article.ts';
import { isPublic, type VisibilityDates } from '../articles/visibility.ts';
import type { Item, Table } from '../table/table-store.ts';
import type { TimeRange } from '../time/time-range.ts';
import { afterAll, justAfter, newsSources, type PositionRange, queryRange } from './range-query.ts';

/** The site's news by time: days, months, and what is next to them. */
export const timeRanges = (table: Table, siteId: string) => {
  const sources = newsSources(siteId);

  /** The public items of a range, at most `limit`. Items in an index may have been withdrawn by time. */
  const read = async <T extends VisibilityDates>(
    range: PositionRange,
    { parse, now, limit }: { parse: (item: Item) => T; now: Date; limit?: number },
  ): Promise<T[]> => {
    const to = earlier(range.to, justAfter(now));
    const found: T[] = [];
    if (range.from !== undefined && range.from >= to) return found;
    for await (const items of queryRange(table, { ...range, to }, limit)) {
      found.push(...items.map(parse).filter((item) => isPublic(item, now)));
      if (limit !== undefined && found.length >= limit) return found.slice(0, limit);
    }
    return found;
  };

  const readOneAddress = async (range: Omit<PositionRange, 'source'>, now: Date) => {
    const options = { parse: articleAddress.parse, now, limit: 1 };
    const [address] = await read({ source: sources.calendar, ...range }, options);
    return address ?? null;
  };

  return {
    /** All news that was published in a time range, newest first. */
    during: ({ from, to }: TimeRange, now: Date): Promise<FeedItem[]> =>
      read({ source: sources.of({}), from, to, direction: 'newest first' }, { parse: feedItem.parse, now }),

    /** The addresses of a time range, oldest first: enough for a calendar or a sitemap. */
    addresses: ({ from, to }: TimeRange, now: Date): Promise<ArticleAddress[]> =>
      read(
        { source: sources.calendar, from, to, direction: 'oldest first' },
        { parse: articleAddress.parse, now },
      ),

    /** The oldest public article. */
    first: (now: Date): Promise<ArticleAddress | null> =>
      readOneAddress({ to: justAfter(now), direction: 'oldest first' }, now),

    /** When the next scheduled article appears; null when none is scheduled. */
    async nextScheduledAt(now: Date): Promise<string | null> {
      const range: PositionRange = {
        source: sources.calendar,
        from: justAfter(now),
        to: afterAll,
        direction: 'oldest first',
      };
      for await (const [first] of queryRange(table, range, 1)) {
        return first ? articleAddress.parse(first).publishedAt : null;
      }
      return null;
    },

    /** The last article before a time range, and the first one after it. */
    async around(
      { from, to }: TimeRange,
      now: Date,
    ): Promise<{ before: ArticleAddress | null; after: ArticleAddress | null }> {
      const [before, after] = await Promise.all([
        readOneAddress({ to: from, direction: 'newest first' }, now),
        readOneAddress({ from: to, to: justAfter(now), direction: 'oldest first' }, now),
      ]);
      return { before, after };
    },
  };
};

/** A cursor never reaches past now: a forged one must not open what is scheduled. */
const earlier = (a: string, b: string) => (a < b ? a : b);
