import { weekdayText } from '../../../../shared/pages/dates.ts';
import { addDays, localDay, localTime } from '../../../../shared/time/local-day.ts';

/** A time of the choice, as its button says it. */
export type QuickTime = { label: string; at: Date };

const minuteMs = 60_000;
const minutesPerHour = 60;
const minutesPerDay = 24 * minutesPerHour;
const mondayNumber = 1;
const daysOfWeek = 7;

/** An instant as the value of a `datetime-local` field, in Viet Nam: `2026-11-30T08:00`. */
export const toLocalInput = (at: Date): string =>
  localTime(at.toISOString()).slice(0, 'YYYY-MM-DDTHH:mm'.length);

/**
 * The instant of a `datetime-local` field's value, which is meant in Viet Nam whatever the machine's zone; null for an empty or invalid
 * one. https://html.spec.whatwg.org/multipage/input.html#local-date-and-time-state-(type=datetime-local)
 */
export const parseLocalInput = (value: string): Date | null => {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?$/.test(value)) return null;
  const at = new Date(`${value}+07:00`);
  // JavaScript takes 31/02 as a day in March.
  return Number.isNaN(at.getTime()) || !value.startsWith(toLocalInput(at)) ? null : at;
};

const withoutCapital = (text: string) => text.replace(/^Thứ/, 'thứ');

/** "08:00 thứ Hai, 30/11/2026", in Viet Nam. */
export const momentInWords = (at: Date): string =>
  `${toLocalInput(at).slice('YYYY-MM-DDT'.length)} ${withoutCapital(weekdayText(at))}`;

/** "sau 2 ngày 3 giờ", "sau 45 phút", "ngay bây giờ", "cách đây 3 giờ": the distance from now, in its two largest units. */
export const distanceInWords = (at: Date, now: Date): string => {
  const minutes = Math.round((at.getTime() - now.getTime()) / minuteMs);
  if (minutes === 0) return 'ngay bây giờ';
  return `${minutes > 0 ? 'sau' : 'cách đây'} ${durationInWords(Math.abs(minutes))}`;
};

const durationInWords = (minutes: number): string => {
  const days = Math.floor(minutes / minutesPerDay);
  const hours = Math.floor((minutes % minutesPerDay) / minutesPerHour);
  const rest = minutes % minutesPerHour;
  const parts =
    days > 0
      ? [`${days} ngày`, hours > 0 && `${hours} giờ`]
      : [hours > 0 && `${hours} giờ`, rest > 0 && `${rest} phút`];
  return parts.filter(Boolean).join(' ');
};

/** "Đăng lúc 08:00 thứ Hai, 30/11/2026 (sau 2 ngày 3 giờ)". */
export const publicationSentence = (at: Date, now: Date): string =>
  `Đăng lúc ${momentInWords(at)} (${distanceInWords(at, now)})`;

/** A time on a day in Viet Nam. */
const on = (day: string, time: string) => new Date(`${day}T${time}:00+07:00`);
const weekdayOf = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay();

/** Times that people often choose, each in the future, soonest first. */
export const quickTimes = (now: Date): QuickTime[] => {
  const today = localDay(now);
  const daysToMonday = (mondayNumber - weekdayOf(today) + daysOfWeek) % daysOfWeek || daysOfWeek;
  return [
    { label: 'chiều nay 14:00', at: on(today, '14:00') },
    { label: 'sáng mai 08:00', at: on(addDays(today, 1), '08:00') },
    { label: 'chiều mai 14:00', at: on(addDays(today, 1), '14:00') },
    ...(daysToMonday > 1 ? [{ label: 'thứ Hai 08:00', at: on(addDays(today, daysToMonday), '08:00') }] : []),
  ].filter(({ at }) => at > now);
};

/** Times until which an announcement is often shown, counted from when it is published. */
export const quickWithdrawals = (publishedAt: Date): QuickTime[] => {
  const day = localDay(publishedAt);
  return [
    { label: 'hết 7 ngày', at: on(addDays(day, 7), '23:59') },
    { label: 'hết 30 ngày', at: on(addDays(day, 30), '23:59') },
  ];
};
