import { addDays } from '../time/local-day.ts';
import type { Counts } from './counts.ts';
import type { HistoryStore } from './history-store.ts';
import type { Tally } from './tally.ts';
import { gapOf, yearsOf } from './year-gaps.ts';
import type { YearsStore } from './years-store.ts';

type Dependencies = { history: HistoryStore; years: YearsStore };

/**
 * Visits by day: from the items of the years in one call, the newest day from the tally. Days between them are read from the shards in
 * eight calls: yesterday's until it is summarized, which is some minutes after midnight.
 */
export const visitHistory =
  ({ history, years }: Dependencies) =>
  async ({ from, to }: { from: string; to: string }, tally: Tally | null): Promise<Counts> => {
    if (!tally) return {};
    const first = from > tally.since ? from : tally.since;
    const names = yearsOf({ from: first, to: to < tally.day ? to : tally.day });
    if (names.length === 0) return {};
    const known = await years.years(names);
    const dayBefore = addDays(tally.day, -1);
    const closed = { from: first, to: to < dayBefore ? to : dayBefore };
    const gaps = names.flatMap((year, index) => gapOf(year, known[index] ?? null, closed) ?? []);
    const [gap, lastGap] = [gaps[0], gaps.at(-1)];
    const missing = gap && lastGap ? await history.visitsByDay({ from: gap.from, to: lastGap.to }) : {};
    const all: Counts = Object.assign(
      { [tally.day]: tally.today },
      ...known.map((visits) => visits?.days),
      missing,
    );
    return Object.fromEntries(Object.entries(all).filter(([day]) => day >= from && day <= to));
  };
export type VisitHistory = ReturnType<typeof visitHistory>;
