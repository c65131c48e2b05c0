import { localDay } from '../time/local-day.ts';
import { dateText, dateTimeText, dayText } from './dates.ts';

/** An instant, shown and marked up to the day. */
export const Day = ({ at }: { at: string }) => <time dateTime={localDay(new Date(at))}>{dateText(at)}</time>;

/** An instant, shown to the minute. */
export const Minute = ({ at }: { at: string }) => <time dateTime={at}>{dateTimeText(at)}</time>;

/** A day: `2021-10-22`. */
export const DayOnly = ({ day }: { day: string }) => <time dateTime={day}>{dayText(day)}</time>;
