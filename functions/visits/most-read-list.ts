import { addDays, daysBetween, localDay } from '../../shared/time/local-day.ts';
import type { HistoryStore } from '../../shared/visits/history-store.ts';
import type { StatisticsStore } from '../../shared/visits/statistics-store.ts';
import type { MostRead } from '../../shared/visits/visit-statistics.ts';

/** Milliseconds between two computations of the lists. */
const computeIntervalMs = 5 * 60_000;
/** Articles of a list: more than are shown, because some may be withdrawn. */
const listLength = 20;

type Dependencies = { history: HistoryStore; store: StatisticsStore };

/** The most-read lists, computed at most every five minutes from the counts of 30 days. */
export const mostReadList = ({ history, store }: Dependencies) => {
  let checkedAtMs = 0;

  const refresh = async (now: Date): Promise<MostRead> => {
    const today = localDay(now);
    const lastDays = (count: number) => daysBetween(addDays(today, 1 - count), today);
    const [days7, days30] = await Promise.all([
      history.mostRead(lastDays(7), listLength),
      history.mostRead(lastDays(30), listLength),
    ]);
    await store.publishMostRead({ days7, days30 }, now);
    return { days7, days30 };
  };

  return {
    /** Computes, publishes and returns the lists. */
    refresh,

    /** Computes and publishes the lists, unless this or another environment has done so recently. */
    async publishIfDue(now: Date) {
      if (now.getTime() - checkedAtMs < computeIntervalMs) return;
      checkedAtMs = now.getTime();
      const publishedAtMs = await store.mostReadPublishedAtMs();
      if (publishedAtMs === null || now.getTime() - publishedAtMs >= computeIntervalMs) await refresh(now);
    },
  };
};
export type MostReadList = ReturnType<typeof mostReadList>;
