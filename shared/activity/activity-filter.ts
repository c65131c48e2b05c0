import { addDays, daysBetween, localDay } from '../time/local-day.ts';
import { dayRange, type TimeRange } from '../time/time-range.ts';
import type { Activity } from './activity.ts';

/** What a list of the activity log is narrowed to. Days are in Viet Nam; without a subject or a person there must be some. */
export type ActivityFilter = {
  subject?: Activity['subject'] | undefined;
  /** A user name. */
  by?: string | undefined;
  kind?: Activity['subject']['kind'] | undefined;
  days: { from: string; to: string } | null;
};

/** A list of entries by time: of a day, about a subject or by a person, perhaps within a range of time. */
export type ActivitySource = ({ day: string } | { subject: Activity['subject'] } | { by: string }) & {
  range?: TimeRange | undefined;
};

/** The lists that have all entries that a filter wants before a position, newest first. */
export const activitySources = (
  { subject, by, days }: ActivityFilter,
  before: string | null,
): ActivitySource[] => {
  const range = days ? { from: dayRange(days.from).from, to: dayRange(days.to).to } : undefined;
  if (subject) return [{ subject, range }];
  if (by !== undefined) return [{ by, range }];
  if (!days) throw new Error('Neither a subject, nor a person, nor days');
  const [at] = before?.split('#') ?? [];
  const last = at === undefined ? days.to : localDay(new Date(at));
  return daysBetween(days.from, last < days.to ? last : days.to)
    .reverse()
    .map((day) => ({ day }));
};

/** Whether a filter wants an entry of one of its sources. */
export const isWanted = ({ by, kind }: ActivityFilter, entry: Activity): boolean =>
  (by === undefined || entry.by === by) && (kind === undefined || entry.subject.kind === kind);

/** Days of a list without a subject or a person: each costs a query. */
export const dayLimit = 31;

/** The requested days, of which each may be left out; null for all. */
export const toDays = (
  { from, to }: { from?: string | undefined; to?: string | undefined },
  today: string,
): ActivityFilter['days'] =>
  from === undefined && to === undefined ? null : { from: from ?? to ?? today, to: to ?? today };

/** Whether a range has more days than a list without a subject or a person may read. */
export const isTooLong = ({ from, to }: { from: string; to: string }): boolean =>
  addDays(from, dayLimit) <= to;
