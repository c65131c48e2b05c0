import { dateText, dateTimeText, dayText } from './dates.ts';

/** A moment, to the day for people and whole for machines. */
export const Day = ({ at }: { at: string }) => <time dateTime={at}>{dateText(at)}</time>;

/** A moment, to the minute. */
export const Minute = ({ at }: { at: string }) => <time dateTime={at}>{dateTimeText(at)}</time>;

/** A day that is no moment: `2021-10-22`. */
export const DayOnly = ({ day }: { day: string }) => <time dateTime={day}>{dayText(day)}</time>;
