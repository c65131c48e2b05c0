import type { Item, Table } from '../table/table-store.ts';
import { type Counts, sumByKey } from './counts.ts';
import { parseDayItem } from './day-item.ts';
import { daySort, visitKeys } from './keys.ts';
import { shardCount } from './visit-store.ts';

/** Visits by day. */
export const historyStore = (table: Table, siteId: string) => {
  const keys = visitKeys(siteId);

  /** The items of a shard's days, the first and the last inclusive. */
  const days = async (shard: number, { from, to }: { from: string; to: string }): Promise<Item[]> => {
    const items: Item[] = [];
    let startKey: Item | undefined;
    do {
      const page = await table.query({
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
        ExpressionAttributeValues: { ':pk': keys.shard(shard), ':from': daySort(from), ':to': daySort(to) },
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
      const shards = await Promise.all(Array.from({ length: shardCount }, (_, shard) => days(shard, range)));
      return sumByKey(
        shards
          .flat()
          .map(parseDayItem)
          .map(({ day, today }) => [day, today]),
      );
    },
  };
};
export type HistoryStore = ReturnType<typeof historyStore>;
