import { addDays } from '../time/local-day.ts';
import type { YearVisits } from './years-store.ts';

type Range = { from: string; to: string };

/** The years of a range of days: `2025`, `2026`. None for an empty range, which ends before it begins. */
export const yearsOf = ({ from, to }: Range): string[] => {
  if (from > to) return [];
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  return Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
};

/** The days of a range that are missing in the item of a year; null when none is. */
export const gapOf = (year: string, visits: YearVisits | null, { from, to }: Range): Range | null => {
  const first = latest(from, visits ? addDays(visits.through, 1) : `${year}-01-01`);
  const last = to < `${year}-12-31` ? to : `${year}-12-31`;
  return first > last ? null : { from: first, to: last };
};

const latest = (a: string, b: string) => (a > b ? a : b);
