import { dayText, monthText } from '../../../../shared/pages/dates.ts';
import { addDays, addMonths, monthOf } from '../../../../shared/time/local-day.ts';
import { monthDays } from '../../../../shared/time/time-range.ts';

/** Some days, the first and the last inclusive. */
export type DayRange = { from: string; to: string };
export type Period = 'day' | 'month' | 'year';

/** The days that end with today, as many as the number. */
export const lastDays = (count: number, today: string): DayRange => ({
  from: addDays(today, 1 - count),
  to: today,
});

/** The days of a month. */
export const daysOfMonth = (month: string): DayRange => {
  const { first, last } = monthDays(month);
  return { from: first, to: last };
};

/** Years of the longest chart: as many as one reply holds. */
const yearCount = 10;

/** What a chart of visits covers: thirty days, twelve months, or ten years. */
export const chartRange = (period: Period, today: string): DayRange => {
  if (period === 'day') return lastDays(30, today);
  if (period === 'month') return { from: `${addMonths(monthOf(today), -11)}-01`, to: today };
  return { from: `${Number(today.slice(0, 4)) - yearCount + 1}-01-01`, to: today };
};

/** `22/10/2021`, `10/2021` or `2021`, by the length of the name. */
export const periodText = (name: string): string => (name.length === 7 ? monthText(name) : dayText(name));

const shortNames = {
  day: (name: string) => `${Number(name.slice(8))}/${Number(name.slice(5, 7))}`,
  month: (name: string) => `${Number(name.slice(5))}/${name.slice(2, 4)}`,
  year: (name: string) => name,
};
/** `22/10`, `10/21` or `2021`: the name below a bar. */
export const shortPeriodText = (name: string, period: Period): string => shortNames[period](name);

/** A month of an address; null for anything else. */
export const parseMonthParameter = (text: string | undefined): string | null =>
  text !== undefined && /^(?:19|[2-9]\d)\d\d-(?:0[1-9]|1[0-2])$/.test(text) ? text : null;
