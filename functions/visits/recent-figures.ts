import { ttlCache } from '../../shared/ttl-cache.ts';
import type { Figures } from '../../shared/visits/figures.ts';
import type { FiguresStore } from '../../shared/visits/figures-store.ts';
import { withVisit } from '../../shared/visits/tally.ts';
import type { Counted, VisitStore } from '../../shared/visits/visit-store.ts';

/** Milliseconds that figures are shown once they were read: the counters of all shards are a few small reads. */
const readMs = 2_000;
/** Milliseconds between two times that an environment writes the figures down for pages. */
const writeMs = 10_000;

type Dependencies = { visits: VisitStore; store: FiguresStore };

/** The figures as they are to within two seconds, and always with what was counted here. */
export const recentFigures = ({ visits, store }: Dependencies) => {
  const figures = ttlCache<Figures>(readMs, async (now) => {
    const [tally, { balance }] = await Promise.all([visits.tally(now), store.openingBalance()]);
    return { tally, opening: balance };
  });
  let writtenAt = 0;

  return {
    get: figures.get,

    /** Adds a visit that was counted after the figures were read. */
    add(counted: Counted) {
      if (counted.isNew) figures.update((before) => ({ ...before, tally: withVisit(before.tally, counted) }));
    },

    /** Writes the figures down for pages, unless that was done a moment ago. */
    async writeDownIfDue(now: Date) {
      if (now.getTime() - writtenAt < writeMs) return;
      writtenAt = now.getTime();
      await store.writeFigures(await figures.get(now), now);
    },

    /** Reads the figures anew and writes them down. */
    async renew(now: Date) {
      figures.clear();
      await store.writeFigures(await figures.get(now), now);
    },
  };
};
export type RecentFigures = ReturnType<typeof recentFigures>;
