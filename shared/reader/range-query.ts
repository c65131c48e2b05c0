import { articleKeys } from '../articles/keys.ts';
import { contentIndexes } from '../table/content-indexes.ts';
import type { Item, Table } from '../table/table-store.ts';

/** A list of news: the site's, a category's or a tag's. */
export type NewsList = { category?: string; tag?: string };

/** Where a list is stored: a partition of an index, or of the table itself when there is no name. */
export type Source = { index: { name?: string; partition: string; sort: string }; partition: string };

/** A range of list positions: `from` inclusive, `to` exclusive. */
export type PositionRange = {
  source: Source;
  from?: string;
  to: string;
  direction: 'newest first' | 'oldest first';
};

/** Sorts after every position. */
export const afterAll = '~';

/** A position after everything published until an instant: `~` sorts after every id. */
export const justAfter = (now: Date) => `${now.toISOString()}#~`;

/** The next string after a position, for an exclusive lower bound: `!` sorts before every other character that could follow. */
export const exclusiveFrom = (position: string) => `${position}!`;

/** The sources of a site's lists. */
export const newsSources = (siteId: string) => {
  const keys = articleKeys(siteId);
  return {
    calendar: { index: contentIndexes.calendar, partition: keys.siteFeed() } satisfies Source,
    of({ category, tag }: NewsList): Source {
      if (tag !== undefined) {
        return { index: { partition: 'pk', sort: 'sk' }, partition: keys.tagList(tag) };
      }
      if (category === undefined) return { index: contentIndexes.siteFeed, partition: keys.siteFeed() };
      return { index: contentIndexes.categoryFeed, partition: keys.categoryFeed(category) };
    },
  };
};

/** The items of a range, one page of the query after another. `limit` is the page size. */
export async function* queryRange(
  table: Table,
  { source, from, to, direction }: PositionRange,
  limit?: number,
): AsyncGenerator<Item[]> {
  const { index, partition } = source;
  let startKey: Item | undefined;
  do {
    const page = await table.query({
      ...(index.name !== undefined && { IndexName: index.name }),
      KeyConditionExpression:
        from === undefined ? '#p = :p AND #s < :to' : '#p = :p AND #s BETWEEN :from AND :to',
      ExpressionAttributeNames: { '#p': index.partition, '#s': index.sort },
      ExpressionAttributeValues: {
        ':p': partition,
        ':to': to,
        ...(from !== undefined && { ':from': from }),
      },
      ScanIndexForward: direction === 'oldest first',
      ...(limit !== undefined && { Limit: limit }),
      ...(startKey && { ExclusiveStartKey: startKey }),
    });
    yield page.items;
    startKey = page.lastKey;
  } while (startKey);
}
