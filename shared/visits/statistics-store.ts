import * as z from 'zod/mini';
import type { Table, TableWrite } from '../table/table-store.ts';
import { visitKeys } from './keys.ts';
import { noOpeningBalance, type OpeningBalance, openingBalance } from './tally.ts';
import { type MostRead, noMostRead, publishedMostRead, type VisitStatistics } from './visit-statistics.ts';

const storedBalance = z.object({ balance: openingBalance, version: z.int() });

/** Publishes the statistics and the most-read lists, which pages read from `publishedStore`, and stores the opening balance. */
export const statisticsStore = (table: Table, siteId: string) => {
  const keys = visitKeys(siteId);

  return {
    /**
     * Publishes statistics; false when those that are published have more visits or a newer opening balance. Both only grow, so a slow
     * environment cannot lower what pages show.
     */
    publishStatistics: (statistics: VisitStatistics): Promise<boolean> => {
      const counted = statistics.tally?.total ?? 0;
      const { openingVersion } = statistics;
      return table.write([
        {
          put: { ...keys.statistics(), statistics, counted, openingVersion },
          condition: {
            expression:
              'attribute_not_exists(counted) OR (counted <= :counted AND openingVersion <= :openingVersion)',
            values: { ':counted': counted, ':openingVersion': openingVersion },
          },
        },
      ]);
    },

    /** The most-read lists and what they were computed from, as `publishMostRead` got them; empty before the first publication. */
    async mostRead(): Promise<{ mostRead: MostRead; basis: string }> {
      const [read] = await table.getMany([keys.mostRead()]);
      return read ? publishedMostRead.parse(read) : { mostRead: noMostRead, basis: '' };
    },

    /** Publishes most-read lists; false when newer ones are published already. `basis` is what they were computed from. */
    publishMostRead: (lists: MostRead, basis: string, now: Date): Promise<boolean> => {
      const writtenAt = now.getTime();
      return table.write([
        {
          put: { ...keys.mostRead(), mostRead: lists, basis, writtenAt },
          condition: {
            expression: 'attribute_not_exists(pk) OR writtenAt < :now',
            values: { ':now': writtenAt },
          },
        },
      ]);
    },

    /** The opening balance and its version, 0 until it is first saved. */
    async openingBalance(): Promise<{ balance: OpeningBalance; version: number }> {
      const [item] = await table.getMany([keys.openingBalance()], { isConsistent: true });
      return item ? storedBalance.parse(item) : { balance: noOpeningBalance, version: 0 };
    },

    /** Saves the opening balance as the version after `previousVersion`, with its entry of a log; false when that is no longer the current one. */
    saveOpeningBalance: (
      balance: OpeningBalance,
      previousVersion: number,
      saved: { by: string; at: string },
      logEntry: TableWrite,
    ): Promise<boolean> =>
      table.write([
        {
          put: { ...keys.openingBalance(), balance, version: previousVersion + 1, ...saved },
          condition:
            previousVersion === 0
              ? { expression: 'attribute_not_exists(pk)' }
              : { expression: 'version = :seen', values: { ':seen': previousVersion } },
        },
        logEntry,
      ]),
  };
};
export type StatisticsStore = ReturnType<typeof statisticsStore>;
