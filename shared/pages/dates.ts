import { localClock, localDay } from '../time/local-day.ts';

/** By `Date.getUTCDay`. */
const weekdays = ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'];

/** `22/10/2021`, in Viet Nam. */
export const dateText = (instant: Date | string): string => dayText(localDay(new Date(instant)));

/** `22/10/2021 08:30`, in Viet Nam. */
export const dateTimeText = (instant: Date | string): string =>
  `${dateText(instant)} ${localClock(new Date(instant)).slice(11, 16)}`;

/** `Thứ Sáu, 22/10/2021`. */
export const weekdayText = (instant: Date): string => weekdayTextOf(localDay(instant));

/** `22/10/2021` of `2021-10-22`. */
export const dayText = (day: string): string => day.split('-').toReversed().join('/');

/** `10/2021` of `2021-10`. */
export const monthText = (month: string): string => dayText(month);

/** `Thứ Sáu, 22/10/2021` of a day. */
export const weekdayTextOf = (day: string): string =>
  `${weekdays[new Date(day).getUTCDay()]}, ${dayText(day)}`;

/** `tháng 10/2021` of `2021-10`. */
export const monthWords = (month: string, word: 'tháng' | 'Tháng' = 'tháng'): string =>
  `${word} ${monthText(month)}`;
