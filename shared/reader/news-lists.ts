import * as z from 'zod/mini';
import { feedItem } from '../articles/live-article.ts';
import { isPublic, nextVisibilityChange } from '../articles/visibility.ts';
import { listPosition } from '../table/list-position.ts';
import type { Table } from '../table/table-store.ts';
import { earlierInstant } from '../time/earlier-instant.ts';
import {
  afterAll,
  exclusiveFrom,
  type NewsList,
  newsSources,
  type PositionRange,
  queryRange,
} from './range-query.ts';

/** An article in a list. `tag` is the tag's name, in the list of a tag. */
const listedItem = z.object({ ...feedItem.shape, tag: z._default(z.string(), '') });
export type ListedItem = z.infer<typeof listedItem>;

/** A page of a list. `next` is a position; `changesAt` is when the list changes by time alone. */
export type ListPage = { items: ListedItem[]; next: string | null; changesAt: string | null };

/** Scheduled articles that a list skips without a second query. */
const scheduledSlack = 5;

/** Lists of news, paginated by position in both directions. */
export const newsLists = (table: Table, siteId: string) => {
  const sources = newsSources(siteId);

  /** At least `limit` public items of a range, where there are so many, and when the next scheduled article next to them appears. */
  const read = async (
    range: PositionRange,
    { now, limit, slack }: { now: Date; limit: number; slack: number },
  ): Promise<{ found: ListedItem[]; scheduledAt: string | null }> => {
    const instant = now.toISOString();
    const found: ListedItem[] = [];
    let scheduledAt: string | null = null;
    for await (const items of queryRange(table, range, limit + slack)) {
      for (const item of items) {
        const at = String(item.publishedAt);
        if (at > instant) scheduledAt = earlierInstant(scheduledAt, at);
        else found.push(listedItem.parse(item));
      }
      const isPastNow = range.direction === 'oldest first' && scheduledAt !== null;
      if (isPastNow || found.length >= limit) break;
    }
    return { found: found.filter((item) => isPublic(item, now)), scheduledAt };
  };

  const toPage = (
    items: ListedItem[],
    { now, hasMore, scheduledAt }: { now: Date; hasMore: boolean; scheduledAt: string | null },
  ): ListPage => ({
    items,
    next: hasMore ? positionOf(items.at(-1)) : null,
    changesAt: items.map((item) => nextVisibilityChange(item, now)).reduce(earlierInstant, scheduledAt),
  });

  return {
    /** News of a list, newest first, older than the position `before`. Scheduled articles come first in the index and are read with it. */
    async latest({
      now,
      before,
      limit,
      ...list
    }: NewsList & { now: Date; before?: string | null; limit: number }): Promise<ListPage> {
      const range: PositionRange = {
        source: sources.of(list),
        to: before ?? afterAll,
        direction: 'newest first',
      };
      const { found, scheduledAt } = await read(range, { now, limit: limit + 1, slack: scheduledSlack });
      return toPage(found.slice(0, limit), { now, hasMore: found.length > limit, scheduledAt });
    },

    /** The nearest news of a list newer than the position `after`, newest first. `next` leads to newer news. */
    async newer({
      now,
      after,
      limit,
      ...list
    }: NewsList & { now: Date; after: string; limit: number }): Promise<ListPage> {
      const range: PositionRange = {
        source: sources.of(list),
        from: exclusiveFrom(after),
        to: afterAll,
        direction: 'oldest first',
      };
      const { found, scheduledAt } = await read(range, { now, limit: limit + 1, slack: 0 });
      const page = toPage(found.slice(0, limit), { now, hasMore: found.length > limit, scheduledAt });
      return { ...page, items: page.items.toReversed() };
    },
  };
};

const positionOf = (item: ListedItem | undefined) => (item ? listPosition(item.publishedAt, item.id) : null);
