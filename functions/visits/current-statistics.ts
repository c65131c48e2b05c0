import { ttlCache } from '../../shared/ttl-cache.ts';
import type { StatisticsStore } from '../../shared/visits/statistics-store.ts';
import { withVisit } from '../../shared/visits/tally.ts';
import type { Beacon } from '../../shared/visits/visit.ts';
import type { VisitStatistics } from '../../shared/visits/visit-statistics.ts';
import type { VisitStore } from '../../shared/visits/visit-store.ts';

/** Milliseconds that statistics are cached: reading all shards takes a few small queries. */
const cacheMs = 2_000;
/** Milliseconds between two publications of the statistics by one environment. */
const publishIntervalMs = 10_000;

type Dependencies = { visits: VisitStore; store: StatisticsStore };

/** Visit statistics, at most two seconds old, and always with the visits that this environment counted. */
export const currentStatistics = ({ visits, store }: Dependencies) => {
  const statistics = ttlCache<VisitStatistics>(cacheMs, async (now) => {
    const [tally, { balance }] = await Promise.all([visits.tally(now), store.openingBalance()]);
    return { tally, opening: balance };
  });
  let publishedAtMs = 0;

  return {
    get: statistics.get,

    /** Counts a beacon and returns the statistics with it. They are read first: read later, they might include the visit already. */
    async count(beacon: Beacon, now: Date): Promise<VisitStatistics> {
      await statistics.get(now);
      const counted = await visits.count(beacon, now);
      if (counted.isNew) {
        statistics.update((before) => ({ ...before, tally: withVisit(before.tally, counted) }));
      }
      return statistics.get(now);
    },

    /** Publishes the statistics for pages, unless that was done recently. */
    async publishIfDue(now: Date) {
      if (now.getTime() - publishedAtMs < publishIntervalMs) return;
      publishedAtMs = now.getTime();
      await store.publishStatistics(await statistics.get(now), now);
    },

    /** Reads the statistics again and publishes them. */
    async refreshAndPublish(now: Date) {
      statistics.clear();
      await store.publishStatistics(await statistics.get(now), now);
    },
  };
};
export type CurrentStatistics = ReturnType<typeof currentStatistics>;
