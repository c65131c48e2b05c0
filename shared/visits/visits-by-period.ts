import { daysBetween } from '../time/local-day.ts';
import { type Counts, sumByKey } from './counts.ts';

export const periods = ['day', 'month', 'year'] as const;
export type Period = (typeof periods)[number];

/** Characters of a day that name its day, month or year. */
const nameLength: Readonly<Record<Period, number>> = { day: 10, month: 7, year: 4 };

/** The visits of a day, month or year: `{ day: "2026-11", visits: 3600 }`. */
export type PeriodVisits = { day: string; visits: number };

/** Sums days (in order) by period. */
export const visitsByPeriod = (days: readonly PeriodVisits[], period: Period): PeriodVisits[] => {
  const sums = sumByKey(days.map(({ day, visits }) => [day.slice(0, nameLength[period]), visits]));
  return Object.entries(sums)
    .map(([day, visits]) => ({ day, visits }))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
};

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
): PeriodVisits[] => {
  if (since === null) return [];
  const first = from > since ? from : since;
  const last = to < today ? to : today;
  return daysBetween(first, last).map((day) => ({ day, visits: visitsByDay[day] ?? 0 }));
};
