import { daysBetween } from '../../shared/time/local-day.ts';
import type { Counts } from '../../shared/visits/counts.ts';

/** The visits of one day: `{ day: "2026-11-24", visits: 120 }`. */
export type DayVisits = { day: string; visits: number };

type Range = {
  from: string;
  to: string /** The day that counting began. */;
  since: string | null;
  today: string;
};

/** Every day of a range since counting began and up to today, days without visits included. */
export const visitsByDayOf = (
  visitsByDay: Readonly<Counts>,
  { from, to, since, today }: Range,
): DayVisits[] => {
  if (since === null) return [];
  const first = from > since ? from : since;
  const last = to < today ? to : today;
  return daysBetween(first, last).map((day) => ({ day, visits: visitsByDay[day] ?? 0 }));
};
