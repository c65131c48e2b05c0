import * as z from 'zod/mini';
import type { Item, Table } from '../table/table-store.ts';
import { type Counts, sumByKey } from './counts.ts';
import { parseDayItem } from './day-item.ts';
import { daySort, visitKeys } from './keys.ts';
import type { ReadCount } from './visit-statistics.ts';
import { shardCount } from './visit-store.ts';

const readItem = z.object({ sk: z.string(), readers: z.int() });

/** Visits by day, and reads by article. */
export const historyStore = (table: Table, siteId: string) => {
  const keys = visitKeys(siteId);

  /** All items of a partition, or of a range of its days. */
  const partition = async (pk: string, range?: { from: string; to: string }): Promise<Item[]> => {
    const items: Item[] = [];
    let startKey: Item | undefined;
    do {
      const page = await table.query({
        KeyConditionExpression: range ? 'pk = :pk AND sk BETWEEN :from AND :to' : 'pk = :pk',
        ExpressionAttributeValues: {
          ':pk': pk,
          ...(range && { ':from': daySort(range.from), ':to': daySort(range.to) }),
        },
        ...(startKey && { ExclusiveStartKey: startKey }),
      });
      items.push(...page.items);
      startKey = page.lastKey;
    } while (startKey);
    return items;
  };

  return {
    /** Visits of each day from the first to the last, both inclusive; days without visits are left out. */
    async visitsByDay(range: { from: string; to: string }): Promise<Counts> {
      const shards = await Promise.all(
        Array.from({ length: shardCount }, (_, shard) => partition(keys.shard(shard), range)),
      );
      return sumByKey(
        shards
          .flat()
          .map(parseDayItem)
          .map(({ day, today }) => [day, today]),
      );
    },

    /** The most read articles of some days, most read first, at most `limit`; of equals the later id first. */
    async mostRead(days: readonly string[], limit: number): Promise<ReadCount[]> {
      const items = await Promise.all(days.map((day) => partition(keys.readsOf(day))));
      const counts = items.flat().map((item) => {
        const { sk, readers } = readItem.parse(item);
        return [sk.split('#')[0] ?? '', readers] as const;
      });
      return Object.entries(sumByKey(counts))
        .map(([article, readers]) => ({ article, readers }))
        .sort((a, b) => b.readers - a.readers || b.article.localeCompare(a.article))
        .slice(0, limit);
    },
  };
};
export type HistoryStore = ReturnType<typeof historyStore>;
