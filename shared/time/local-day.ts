/** The time zone of days and times: https://data.iana.org/time-zones/tzdb/asia */
export const timeZone = 'Asia/Ho_Chi_Minh';

// Swedish writes a date as ISO 8601 does.
const isoDay = new Intl.DateTimeFormat('sv-SE', { timeZone });

/** The day in Viet Nam: `2021-10-22`. Sorts as text. */
export const localDay = (instant: Date): string => isoDay.format(instant);

// The time of day, to the second.
const isoTime = new Intl.DateTimeFormat('sv-SE', { timeZone, timeStyle: 'medium' });

/** An instant in local time: `2021-10-22T07:30:00+07:00`. Viet Nam's offset has not changed since 1975. */
export const localTime = (instant: string): string => {
  const date = new Date(instant);
  return `${localDay(date)}T${isoTime.format(date)}+07:00`;
};

/** The month of a day: `2021-10`. */
export const monthOf = (day: string): string => day.slice(0, 7);

/** The day `days` after another; before it when negative. */
export const addDays = (day: string, days: number): string => {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
};

/** Every day from the first to the last, both inclusive. */
export const daysBetween = (first: string, last: string): string[] => {
  const days = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
};

/** The month `months` after another; before it when negative. */
export const addMonths = (month: string, months: number): string => {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7);
};

/** `count` months that end with one, oldest first: `2021-09`, `2021-10`. */
export const monthsUntil = (month: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => addMonths(month, index + 1 - count));
