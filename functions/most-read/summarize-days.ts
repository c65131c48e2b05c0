import { addDays } from '../../shared/time/local-day.ts';
import type { HistoryStore } from '../../shared/visits/history-store.ts';
import type { PublishedStore } from '../../shared/visits/published-store.ts';
import { gapOf, yearsOf } from '../../shared/visits/year-gaps.ts';
import type { YearsStore } from '../../shared/visits/years-store.ts';
import { lastClosedDay } from './closed-days.ts';

type Dependencies = {
  history: HistoryStore;
  years: YearsStore;
  published: PublishedStore;
};

/**
 * Copies the visits of closed days into the items of their years, once a day in each environment. Returns the number of years that
 * it wrote: on the first run all since counting began, later one.
 */
export const daySummarizer = ({ history, years, published }: Dependencies) => {
  let summarizedDay = '';

  return async (now: Date): Promise<number> => {
    const last = lastClosedDay(now);
    if (summarizedDay >= last) return 0;
    const { tally } = (await published.forPages()).statistics;
    const range = { from: tally?.since ?? addDays(last, 1), to: last };
    const names = yearsOf(range);
    const known = await years.years(names);
    let written = 0;
    for (const [index, year] of names.entries()) {
      const visits = known[index] ?? null;
      const gap = gapOf(year, visits, range);
      if (!gap) continue;
      const added = await history.visitsByDay(gap);
      await years.save(year, { through: gap.to, days: { ...visits?.days, ...added } });
      written += 1;
    }
    summarizedDay = last;
    return written;
  };
};
