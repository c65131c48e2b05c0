import { timeZone } from '../time/local-day.ts';

const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const weekday = new Intl.DateTimeFormat('en-US', { timeZone, weekday: 'short' });

const weekdays: Record<string, string> = {
  Mon: 'Thứ Hai',
  Tue: 'Thứ Ba',
  Wed: 'Thứ Tư',
  Thu: 'Thứ Năm',
  Fri: 'Thứ Sáu',
  Sat: 'Thứ Bảy',
  Sun: 'Chủ nhật',
};

const partsOf = (instant: Date) =>
  Object.fromEntries(parts.formatToParts(instant).map(({ type, value }) => [type, value]));

/** `22/10/2021`, in Viet Nam. */
export const dateText = (instant: Date | string): string => {
  const { day, month, year } = partsOf(new Date(instant));
  return `${day}/${month}/${year}`;
};

/** `22/10/2021 08:30`, in Viet Nam. */
export const dateTimeText = (instant: Date | string): string => {
  const { hour, minute } = partsOf(new Date(instant));
  return `${dateText(instant)} ${hour}:${minute}`;
};

/** `Thứ Sáu, 22/10/2021`. */
export const weekdayText = (instant: Date): string =>
  `${weekdays[weekday.format(instant)]}, ${dateText(instant)}`;

/** `22/10/2021` of `2021-10-22`. */
export const dayText = (day: string): string => day.split('-').toReversed().join('/');

/** `10/2021` of `2021-10`. */
export const monthText = (month: string): string => dayText(month);

/** `Thứ Sáu, 22/10/2021` of a day. */
export const weekdayTextOf = (day: string): string => weekdayText(new Date(`${day}T12:00:00+07:00`));

/** `tháng 10/2021` of `2021-10`. */
export const monthWords = (month: string, word: 'tháng' | 'Tháng' = 'tháng'): string =>
  `${word} ${monthText(month)}`;
