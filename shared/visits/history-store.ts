import type { Item, Table } from '../table/table-store.ts';
import { daysBetween } from '../time/local-day.ts';
import { type Counts, sumByKey } from './counts.ts';
import { parseDayItem } from './day-item.ts';
import { daySort, visitKeys } from './keys.ts';
import { shardCount } from './visit-store.ts';

/** Most items of one call that names them. */
const batchLimit = 100;

/** Visits by day, from the counters of the shards. */
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
    /**
     * Visits of each day from the first to the last, both inclusive; days without visits are left out. One call for a few days, eight
     * or more for others.
     */
    async visitsByDay(range: { from: string; to: string }): Promise<Counts> {
      const shards = Array.from({ length: shardCount }, (_, shard) => shard);
      const named = daysBetween(range.from, range.to).flatMap((day) =>
        shards.map((shard) => keys.day(shard, day)),
      );
      const items =
        named.length > batchLimit
          ? (await Promise.all(shards.map((shard) => days(shard, range)))).flat()
          : await table.getMany(named);
      return sumByKey(
        items.flatMap((item) => (item ? [parseDayItem(item)] : [])).map(({ day, today }) => [day, today]),
      );
    },
  };
};
export type HistoryStore = ReturnType<typeof historyStore>;
