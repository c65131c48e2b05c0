import * as z from 'zod/mini';
import { articleId } from '../ids.ts';
import type { Item, Table } from '../table/table-store.ts';
import { addDays } from '../time/local-day.ts';
import { type Counts, sumByKey } from './counts.ts';
import { visitKeys } from './keys.ts';
import { parseReads } from './reads-page.ts';

/** Pages of 1 MB that are read of one day: twenty hold 600,000 reads at least. */
const maxPages = 20;

const rankingItem = z.object({ readers: z.record(articleId, z.int()) });

/** The reads of articles by day: the pages that beacons add to, and for a day that is over a ranking, one small item. */
export const articleReadsStore = (table: Table, siteId: string) => {
  const keys = visitKeys(siteId);

  return {
    /** The reads of each article on a day. `isTruncated`: there are more counts than may be read. */
    async countsOf(day: string): Promise<{ counts: Counts; isTruncated: boolean }> {
      const items: Item[] = [];
      let startKey: Item | undefined;
      let pages = 0;
      do {
        const page = await table.query({
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': keys.readsOf(day) },
          ...(startKey && { ExclusiveStartKey: startKey }),
        });
        items.push(...page.items);
        startKey = page.lastKey;
        pages += 1;
      } while (startKey && pages < maxPages);
      return { counts: sumByKey(items.flatMap(parseReads)), isTruncated: startKey !== undefined };
    },

    /** The rankings of some days (at most 100), in their order; null for a day without one. */
    async rankings(days: readonly string[]): Promise<(Counts | null)[]> {
      const items = await table.getMany(days.map((day) => keys.ranking(day)));
      return items.map((item) => item && rankingItem.parse(item).readers);
    },

    /** Saves the ranking of a day; false when it has one. */
    saveRanking: (day: string, readers: Counts): Promise<boolean> =>
      table.write([
        {
          put: { ...keys.ranking(day), readers, expiresAt: rankingExpiresAt(day) },
          condition: { expression: 'attribute_not_exists(pk)' },
        },
      ]),
  };
};
/** Days that a ranking is stored: the report of a month can be made a year later. */
const rankingRetentionDays = 400;
const rankingExpiresAt = (day: string) => Date.parse(addDays(day, rankingRetentionDays)) / 1000;

export type ArticleReadsStore = ReturnType<typeof articleReadsStore>;
