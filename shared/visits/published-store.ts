import type { Table } from '../table/table-store.ts';
import { visitKeys } from './keys.ts';
import { noOpeningBalance } from './tally.ts';
import {
  type MostRead,
  noMostRead,
  publishedMostRead,
  publishedStatistics,
  type VisitStatistics,
} from './visit-statistics.ts';

/** What is published for pages. */
export const publishedStore = (table: Table, siteId: string) => {
  const keys = visitKeys(siteId);

  return {
    /** Statistics and most-read lists, in one call; empty before the first publication. */
    async forPages(): Promise<{ statistics: VisitStatistics; mostRead: MostRead }> {
      const [counted, read] = await table.getMany([keys.statistics(), keys.mostRead()]);
      return {
        statistics: counted
          ? publishedStatistics.parse(counted).statistics
          : { tally: null, opening: noOpeningBalance, openingVersion: 0 },
        mostRead: read ? publishedMostRead.parse(read).mostRead : noMostRead,
      };
    },
  };
};
export type PublishedStore = ReturnType<typeof publishedStore>;
