import { addDays, daysBetween } from '../time/local-day.ts';
import type { Counts } from './counts.ts';
import type { HistoryStore } from './history-store.ts';
import { advanceTo, type Tally } from './tally.ts';
import { gapOf, yearsOf } from './year-gaps.ts';
import type { YearsStore } from './years-store.ts';

type Dependencies = { history: HistoryStore; years: YearsStore };
type Range = { from: string; to: string };

/**
 * Visits by day, and the tally up to now, from one that was published and may lack the last visits. Two calls: the items of the years,
 * and the days from the tally's to today in the shards. One more for closed days that are not in the items of the years, which is
 * yesterday until it is summarized, some minutes after midnight.
 */
export const visitHistory =
  ({ history, years }: Dependencies) =>
  async ({ from, to }: Range, published: Tally, today: string): Promise<{ counts: Counts; tally: Tally }> => {
    const first = later(from, published.since);
    const closed = { from: first, to: earlier(to, addDays(published.day, -1)) };
    const open = { from: published.day, to: later(today, published.day) };
    const [summarized, newest] = await Promise.all([
      closedDays({ history, years }, closed),
      history.visitsByDay(open),
    ]);
    const all = Object.entries({ ...summarized, ...newest });
    return {
      counts: Object.fromEntries(all.filter(([day]) => day >= from && day <= to)),
      tally: daysBetween(open.from, open.to).reduce(
        (tally, day) => recount(tally, day, newest[day] ?? 0),
        published,
      ),
    };
  };
export type VisitHistory = ReturnType<typeof visitHistory>;

const closedDays = async ({ history, years }: Dependencies, range: Range): Promise<Counts> => {
  const names = yearsOf(range);
  if (names.length === 0) return {};
  const known = await years.years(names);
  const gaps = names.flatMap((year, index) => gapOf(year, known[index] ?? null, range) ?? []);
  const [gap, lastGap] = [gaps[0], gaps.at(-1)];
  const missing = gap && lastGap ? await history.visitsByDay({ from: gap.from, to: lastGap.to }) : {};
  return Object.assign({}, ...known.map((visits) => visits?.days), missing);
};

/** The tally with the visits of its day, or of a later one, as counted. */
const recount = (tally: Tally, day: string, visits: number): Tally => {
  const current = advanceTo(tally, day);
  const added = visits - current.today;
  return { ...current, today: visits, month: current.month + added, total: current.total + added };
};

const later = (a: string, b: string) => (a > b ? a : b);
const earlier = (a: string, b: string) => (a < b ? a : b);
