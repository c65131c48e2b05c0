import { daysBetween } from '../../shared/time/local-day.ts';
import type { Counts } from '../../shared/visits/counts.ts';

/** The visits of one day: `{ day: "2026-11-24", visits: 120 }`. */
export type DayVisits = { day: string; visits: number };

type Range = {
  from: string;
  to: string;
  /** The day that counting began; null before the first visit. */
  since: string | null;
  today: string;
};

/** Lists every day of a range, days without visits too, from the day that counting began and up to today. */
export const listDayVisits = (
  visitsByDay: Readonly<Counts>,
  { from, to, since, today }: Range,
): DayVisits[] => {
  if (since === null) return [];
  const first = from > since ? from : since;
  const last = to < today ? to : today;
  return daysBetween(first, last).map((day) => ({ day, visits: visitsByDay[day] ?? 0 }));
};
