import { addDays, daysBetween, localDay } from '../../shared/time/local-day.ts';
import type { MostRead } from '../../shared/visits/figures.ts';
import type { FiguresStore } from '../../shared/visits/figures-store.ts';
import type { HistoryStore } from '../../shared/visits/history-store.ts';

/** Milliseconds that a list stands before it is made anew. */
const listMs = 5 * 60_000;
/** Articles of a list: more than are shown, for some may be withdrawn. */
const listLength = 20;

type Dependencies = { history: HistoryStore; store: FiguresStore };

/** What is read most, made at most every five minutes from the counts of 30 days. */
export const mostReadList = ({ history, store }: Dependencies) => {
  let checkedAt = 0;

  const renew = async (now: Date): Promise<MostRead> => {
    const today = localDay(now);
    const lastDays = (count: number) => daysBetween(addDays(today, 1 - count), today);
    const [days7, days30] = await Promise.all([
      history.mostRead(lastDays(7), listLength),
      history.mostRead(lastDays(30), listLength),
    ]);
    await store.writeMostRead({ days7, days30 }, now);
    return { days7, days30 };
  };

  return {
    renew,

    /** Makes the list anew when neither this environment nor another has done so lately. */
    async renewIfDue(now: Date) {
      if (now.getTime() - checkedAt < listMs) return;
      checkedAt = now.getTime();
      const writtenAt = await store.mostReadWrittenAt();
      if (writtenAt === null || now.getTime() - writtenAt >= listMs) await renew(now);
    },
  };
};
export type MostReadList = ReturnType<typeof mostReadList>;
