import type { StatisticsStore } from '../../shared/visits/statistics-store.ts';
import type { VisitStatistics } from '../../shared/visits/visit-statistics.ts';
import type { VisitStore } from '../../shared/visits/visit-store.ts';

/** Milliseconds between two publications of the statistics by one environment. */
const publishIntervalMs = 10_000;

type Dependencies = { visits: Pick<VisitStore, 'tally'>; store: StatisticsStore };

/**
 * Visit statistics, strongly consistent and never cached: they contain every visit that was counted before they are read, and none
 * twice. So totals that are read one after the other never fall, whichever environment reads them.
 */
export const currentStatistics = ({ visits, store }: Dependencies) => {
  let publishedAtMs = 0;

  const read = async (now: Date): Promise<VisitStatistics> => {
    const [tally, opening] = await Promise.all([visits.tally(now), store.openingBalance()]);
    return { tally, opening: opening.balance, openingVersion: opening.version };
  };

  return {
    read,

    /** Publishes statistics for pages, unless this environment has done so recently. */
    async publishIfDue(statistics: VisitStatistics, now: Date) {
      if (now.getTime() - publishedAtMs < publishIntervalMs) return;
      publishedAtMs = now.getTime();
      await store.publishStatistics(statistics);
    },

    /** Reads the statistics and publishes them. */
    readAndPublish: async (now: Date) => store.publishStatistics(await read(now)),
  };
};
export type CurrentStatistics = ReturnType<typeof currentStatistics>;
