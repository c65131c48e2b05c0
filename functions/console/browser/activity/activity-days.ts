import type { Activity } from '../../../../shared/activity/activity.ts';
import { localDay } from '../../../../shared/time/local-day.ts';

const timeZone = 'Asia/Ho_Chi_Minh';
const dayName = new Intl.DateTimeFormat('vi-VN', { timeZone, dateStyle: 'full' });
const time = new Intl.DateTimeFormat('vi-VN', {
  timeZone,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** "14:03" in Viet Nam. */
export const timeOfDay = (instant: string): string => time.format(new Date(instant));

/** Entries by their day in Viet Nam, in the order of the entries. */
export const byDay = (entries: readonly Activity[]): { day: string; name: string; entries: Activity[] }[] =>
  [...Map.groupBy(entries, ({ at }) => localDay(new Date(at)))].map(([day, ofDay]) => ({
    day,
    name: dayName.format(new Date(`${day}T12:00:00+07:00`)),
    entries: ofDay,
  }));
