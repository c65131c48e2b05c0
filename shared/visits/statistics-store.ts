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

const publishedStatistics = z.object({ figures: visitStatistics, writtenAt: z.int() });
const publishedMostRead = z.object({ mostRead, writtenAt: z.int() });
const storedBalance = z.object({ balance: openingBalance, version: z.int() });

/** The published statistics, which pages read in one call. The function that counts publishes them; they may be seconds old. */
export const statisticsStore = (table: Table, siteId: string) => {
  const keys = visitKeys(siteId);
  /** Never replaces newer statistics by older ones. */
  const condition = (writtenAt: number) => ({
    expression: 'attribute_not_exists(pk) OR writtenAt < :now',
    values: { ':now': writtenAt },
  });

  return {
    /** Statistics and most-read lists for pages; empty before the first publication. */
    async forPages(): Promise<{ statistics: VisitStatistics; mostRead: MostRead }> {
      const [counted, read] = await table.getMany([keys.figures(), keys.mostRead()]);
      return {
        statistics: counted
          ? publishedStatistics.parse(counted).figures
          : { tally: null, opening: noOpeningBalance },
        mostRead: read ? publishedMostRead.parse(read).mostRead : noMostRead,
      };
    },

    publishStatistics: (statistics: VisitStatistics, now: Date): Promise<boolean> => {
      const writtenAt = now.getTime();
      return table.write([
        { put: { ...keys.figures(), figures: statistics, writtenAt }, condition: condition(writtenAt) },
      ]);
    },

    /** When the most-read lists were published, in milliseconds since 1970; null before the first time. */
    async mostReadPublishedAt(): Promise<number | null> {
      const [read] = await table.getMany([keys.mostRead()]);
      return read ? publishedMostRead.parse(read).writtenAt : null;
    },

    publishMostRead: (lists: MostRead, now: Date): Promise<boolean> => {
      const writtenAt = now.getTime();
      return table.write([
        { put: { ...keys.mostRead(), mostRead: lists, writtenAt }, condition: condition(writtenAt) },
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
