import { addDays, daysBetween } from './local-day.ts';
import { monthDays } from './time-range.ts';

const daysOfWeek = 7;

/** The weeks of a month, from Monday to Sunday; null for days of other months. */
export const monthGrid = (month: string): (string | null)[][] => {
  const { first, last } = monthDays(month);
  const before = mondayIndex(first);
  const after = daysOfWeek - 1 - mondayIndex(last);
  const days = daysBetween(addDays(first, -before), addDays(last, after));
  const cells = days.map((day) => (day >= first && day <= last ? day : null));
  return Array.from({ length: cells.length / daysOfWeek }, (_, week) =>
    cells.slice(week * daysOfWeek, (week + 1) * daysOfWeek),
  );
};

/** 0 for a Monday, 6 for a Sunday. */
const mondayIndex = (day: string) => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % daysOfWeek;
