import { ttlCache } from '../ttl-cache.ts';
import { type MostRead, noneRead } from './figures.ts';
import type { FiguresStore } from './figures-store.ts';
import { lastMonths, type MonthVisits, type Totals, totalsAt } from './tally.ts';

/** Milliseconds that figures are shown once they were read: they are written down as seldom. */
const keptMs = 10_000;

type Shown = { totals: Totals | null; months: MonthVisits[]; mostRead: MostRead };
type Dependencies = { store: Pick<FiguresStore, 'forPages'>; onFailure: (error: unknown) => void };

/** What pages show of the visits. They are served without it when it cannot be read. */
export const shownVisits = ({ store, onFailure }: Dependencies) => {
  const written = ttlCache(keptMs, () => store.forPages());

  return async (now: Date): Promise<Shown> => {
    try {
      const { figures, mostRead } = await written.get(now);
      return {
        totals: totalsAt(figures.tally, figures.opening, now),
        months: figures.tally ? lastMonths(figures.tally, now) : [],
        mostRead,
      };
    } catch (error) {
      onFailure(error);
      return { totals: null, months: [], mostRead: noneRead };
    }
  };
};
export type ShownVisits = ReturnType<typeof shownVisits>;
