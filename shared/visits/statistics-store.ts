import * as z from 'zod/mini';
import type { Table } from '../table/table-store.ts';
import { visitKeys } from './keys.ts';
import { noOpeningBalance, type OpeningBalance, openingBalance } from './tally.ts';
import {
  type MostRead,
  mostRead,
  noMostRead,
  type VisitStatistics,
  visitStatistics,
} from './visit-statistics.ts';

const publishedStatistics = z.object({ statistics: visitStatistics, writtenAt: z.int() });
const publishedMostRead = z.object({ mostRead, writtenAt: z.int() });
const storedBalance = z.object({ balance: openingBalance, version: z.int() });

/** The statistics that the function `visits` publishes and pages read in one call, seconds old at times, and the opening balance. */
export const statisticsStore = (table: Table, siteId: string) => {
  const keys = visitKeys(siteId);
  /** The condition that keeps older statistics from replacing newer ones. */
  const ifNewer = (writtenAt: number) => ({
    expression: 'attribute_not_exists(pk) OR writtenAt < :now',
    values: { ':now': writtenAt },
  });

  return {
    /** Statistics and most-read lists for pages; empty before the first publication. */
    async forPages(): Promise<{ statistics: VisitStatistics; mostRead: MostRead }> {
      const [counted, read] = await table.getMany([keys.statistics(), keys.mostRead()]);
      return {
        statistics: counted
          ? publishedStatistics.parse(counted).statistics
          : { tally: null, opening: noOpeningBalance },
        mostRead: read ? publishedMostRead.parse(read).mostRead : noMostRead,
      };
    },

    /** Publishes statistics; false when newer ones are published already. */
    publishStatistics: (statistics: VisitStatistics, now: Date): Promise<boolean> => {
      const writtenAt = now.getTime();
      return table.write([
        { put: { ...keys.statistics(), statistics, writtenAt }, condition: ifNewer(writtenAt) },
      ]);
    },

    /** Milliseconds since 1970 at which the most-read lists were published; null before the first time. */
    async mostReadPublishedAtMs(): Promise<number | null> {
      const [read] = await table.getMany([keys.mostRead()]);
      return read ? publishedMostRead.parse(read).writtenAt : null;
    },

    /** Publishes most-read lists; false when newer ones are published already. */
    publishMostRead: (lists: MostRead, now: Date): Promise<boolean> => {
      const writtenAt = now.getTime();
      return table.write([
        { put: { ...keys.mostRead(), mostRead: lists, writtenAt }, condition: ifNewer(writtenAt) },
      ]);
    },

    /** The opening balance and its version, 0 until it is first saved. */
    async openingBalance(): Promise<{ balance: OpeningBalance; version: number }> {
      const [item] = await table.getMany([keys.openingBalance()], { isConsistent: true });
      return item ? storedBalance.parse(item) : { balance: noOpeningBalance, version: 0 };
    },

    /** Saves the opening balance as the version after `previousVersion`; false when that is no longer the current one. */
    saveOpeningBalance: (
      balance: OpeningBalance,
      previousVersion: number,
      saved: { by: string; at: string },
    ): Promise<boolean> =>
      table.write([
        {
          put: { ...keys.openingBalance(), balance, version: previousVersion + 1, ...saved },
          condition:
            previousVersion === 0
              ? { expression: 'attribute_not_exists(pk)' }
              : { expression: 'version = :seen', values: { ':seen': previousVersion } },
        },
      ]),
  };
};
export type StatisticsStore = ReturnType<typeof statisticsStore>;
