import { ttlCache } from '../ttl-cache.ts';
import type { PublishedStore } from './published-store.ts';
import { lastMonths, type MonthVisits, type Totals, totalsAt } from './tally.ts';
import { type MostRead, noMostRead } from './visit-statistics.ts';

/** Milliseconds that an environment caches the statistics: they are published as often. */
const cacheMs = 10_000;

type Statistics = { totals: Totals | null; months: MonthVisits[]; mostRead: MostRead };
type Dependencies = { store: PublishedStore; onFailure: (error: unknown) => void };

/** Statistics for pages, from those published. When they cannot be read it returns none, so that pages are served without them. */
export const pageStatistics = ({ store, onFailure }: Dependencies) => {
  const published = ttlCache(cacheMs, () => store.forPages());

  return async (now: Date): Promise<Statistics> => {
    try {
      const { statistics, mostRead } = await published.get(now);
      return {
        totals: totalsAt(statistics.tally, statistics.opening, now),
        months: statistics.tally ? lastMonths(statistics.tally, now) : [],
        mostRead,
      };
    } catch (error) {
      onFailure(error);
      return { totals: null, months: [], mostRead: noMostRead };
    }
  };
};
export type PageStatistics = ReturnType<typeof pageStatistics>;
