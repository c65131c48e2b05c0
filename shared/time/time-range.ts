import { addDays, monthsUntil } from './local-day.ts';

/** A range of instants, ISO 8601 in UTC: `from` inclusive, `to` exclusive. */
export type TimeRange = { from: string; to: string };

/** Viet Nam has been at UTC+7 since 1975: https://data.iana.org/time-zones/tzdb/asia */
const startOf = (day: string) => new Date(`${day}T00:00:00+07:00`).toISOString();

/** A day in Viet Nam. */
export const dayRange = (day: string): TimeRange => ({ from: startOf(day), to: startOf(addDays(day, 1)) });

/** The first and the last day of a month. */
export const monthDays = (month: string): { first: string; last: string } => {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const next = new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 10);
  return { first: `${month}-01`, last: addDays(next, -1) };
};

/** A month in Viet Nam. */
export const monthRange = (month: string): TimeRange => {
  const { first, last } = monthDays(month);
  return { from: startOf(first), to: startOf(addDays(last, 1)) };
};

/** Every month from the first to the last, both inclusive, oldest first. */
export const monthsBetween = (first: string, last: string): string[] => {
  const numberOf = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
  return monthsUntil(last, Math.max(numberOf(last) - numberOf(first) + 1, 0));
};
