import * as z from 'zod/mini';
import type { Table } from '../table/table-store.ts';
import { visitKeys } from './keys.ts';

/** The visits of a year by day, from its first day or the first counted one up to `through`. Days without visits are left out. */
const yearVisits = z.object({ through: z.string(), days: z.record(z.string(), z.int()) });
export type YearVisits = z.infer<typeof yearVisits>;

/** Visits by day in one item a year, of some 7 KB: what eight shards have in 2,920 items. */
export const yearsStore = (table: Table, siteId: string) => {
  const keys = visitKeys(siteId);

  return {
    /** Some years (`2026`), in one call and in their order; null for a year without an item. */
    async years(years: readonly string[]): Promise<(YearVisits | null)[]> {
      const items = await table.getMany(years.map((year) => keys.year(year)));
      return items.map((item) => item && yearVisits.parse(item));
    },

    /** Saves a year; false when a later day of it is saved already. Closed days do not change, so of two writers either is right. */
    save: (year: string, visits: YearVisits): Promise<boolean> =>
      table.write([
        {
          put: { ...keys.year(year), ...visits },
          condition: {
            expression: 'attribute_not_exists(pk) OR through < :through',
            values: { ':through': visits.through },
          },
        },
      ]),
  };
};
export type YearsStore = ReturnType<typeof yearsStore>;
