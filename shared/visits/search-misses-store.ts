import * as z from 'zod/mini';
import type { Item, Table } from '../table/table-store.ts';
import { addDays } from '../time/local-day.ts';
import type { Counts } from './counts.ts';
import { visitKeys } from './keys.ts';

/** Days that the queries of a day are stored. */
export const missRetentionDays = 90;
/** Distinct queries of a day: its item stays below 20 KB. More are a flood, not citizens. */
export const missLimit = 200;

const missesItem = z.object({ sk: z.string(), queries: z.record(z.string(), z.int()) });

/** The queries of a day that found nothing, with the number of times. */
export type DayMisses = { day: string; queries: Counts };

/** Searches that found nothing: one item a day, with a count by query and nothing about who asked. */
export const searchMissesStore = (table: Table, siteId: string) => {
  const keys = visitKeys(siteId);

  return {
    /** Counts a query on a day. False when the day has `missLimit` others, or another environment has just created the day. */
    async count(day: string, query: string): Promise<boolean> {
      const key = keys.searchMisses(day);
      const isCounted = await table.write([
        {
          update: key,
          change: 'SET queries.#query = if_not_exists(queries.#query, :zero) + :one',
          condition: {
            expression: 'attribute_exists(queries.#query) OR size(queries) < :limit',
            names: { '#query': query },
            values: { ':limit': missLimit },
          },
          values: { ':zero': 0, ':one': 1 },
        },
      ]);
      if (isCounted) return true;
      return table.write([
        {
          update: key,
          change: 'SET queries = :first, expiresAt = :expiry',
          condition: { expression: 'attribute_not_exists(queries)' },
          values: { ':first': { [query]: 1 }, ':expiry': expiryOf(day) },
        },
      ]);
    },

    /** The queries of each day from the first to the last, both inclusive, oldest first. A day is some 2 KB: one call for most ranges. */
    async list({ from, to }: { from: string; to: string }): Promise<DayMisses[]> {
      const items: Item[] = [];
      let startKey: Item | undefined;
      do {
        const page = await table.query({
          KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
          ExpressionAttributeValues: {
            ':pk': keys.searchMisses(from).pk,
            ':from': keys.searchMisses(from).sk,
            ':to': keys.searchMisses(to).sk,
          },
          ...(startKey && { ExclusiveStartKey: startKey }),
        });
        items.push(...page.items);
        startKey = page.lastKey;
      } while (startKey);
      return items.map((item) => {
        const { sk, queries } = missesItem.parse(item);
        return { day: sk.slice('DAY#'.length), queries };
      });
    },
  };
};
export type SearchMissesStore = ReturnType<typeof searchMissesStore>;

/** Seconds since 1970. */
const expiryOf = (day: string) => Date.parse(addDays(day, missRetentionDays)) / 1000;
