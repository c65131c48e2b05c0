import * as z from 'zod/mini';
import { localDay, monthOf, monthsUntil } from '../time/local-day.ts';
import { addCounts } from './counts.ts';
import { minuteOf, onlineMinutes } from './visit.ts';

/** Months of a tally, the current one included. */
const tallyMonths = 12;

/** A tally: the visits counted up to some moment of `day`, in one shard or in all. */
export const tally = z.object({
  /** The first day on which anything was counted. */
  since: z.string(),
  day: z.string(),
  /** Visits of `day`, of its month so far, and of all time. */
  today: z.int(),
  month: z.int(),
  total: z.int(),
  /** Visits of past months, the newest ones: `{ "2026-10": 8123 }`. */
  months: z.record(z.string(), z.int()),
  /** Visits by the minute since 1970 in which each was last seen, the newest ones. */
  minutes: z.record(z.string(), z.int()),
});
export type Tally = z.infer<typeof tally>;

/** The count of an older counter, and the day that it began: added to the total, and shown apart to staff. */
export const openingBalance = z.object({ visits: z.int(), since: z.nullable(z.string()) });
export type OpeningBalance = z.infer<typeof openingBalance>;

export const noOpeningBalance: OpeningBalance = { visits: 0, since: null };

/** The numbers that readers see. `since` is the day that counting began, null before the first visit. */
export type Totals = { total: number; today: number; month: number; online: number; since: string | null };

/** A tally without visits. */
export const emptyTally = (day: string): Tally => ({
  since: day,
  day,
  today: 0,
  month: 0,
  total: 0,
  months: {},
  minutes: {},
});

/** The tally as it is at the start of a later day, before any visit. An earlier day changes nothing: clocks may differ. */
export const advanceTo = (from: Tally, day: string): Tally => {
  if (day <= from.day) return from;
  if (monthOf(day) === monthOf(from.day)) return { ...from, day, today: 0 };
  const oldest = monthsUntil(monthOf(day), tallyMonths)[0] ?? '';
  const months = Object.entries({ ...from.months, [monthOf(from.day)]: from.month });
  const newest = Object.fromEntries(months.filter(([month, visits]) => visits > 0 && month >= oldest));
  return { ...from, day, today: 0, month: 0, months: newest };
};

/** The sum of all shards on `today`, or on the newest day of any; null when none has counted anything. */
export const sumTallies = (shards: readonly Tally[], today: string): Tally | null => {
  const day = shards.reduce((latest, shard) => (shard.day > latest ? shard.day : latest), today);
  const [first, ...others] = shards.map((shard) => advanceTo(shard, day));
  return first ? others.reduce(add, first) : null;
};

const add = (a: Tally, b: Tally): Tally => ({
  since: a.since < b.since ? a.since : b.since,
  day: a.day,
  today: a.today + b.today,
  month: a.month + b.month,
  total: a.total + b.total,
  months: addCounts(a.months, b.months),
  minutes: addCounts(a.minutes, b.minutes),
});

/** Visits of a month (`2026-11`); null before anything was counted. */
export type MonthVisits = { month: string; visits: number | null };

/** The last twelve months, oldest first. */
export const lastMonths = (counted: Tally, now: Date): MonthVisits[] => {
  const current = advanceTo(counted, localDay(now));
  const months = { ...current.months, [monthOf(current.day)]: current.month };
  return monthsUntil(monthOf(current.day), tallyMonths).map((month) => ({
    month,
    visits: month < monthOf(current.since) ? null : (months[month] ?? 0),
  }));
};

/** The totals at an instant that may be later than the tally. */
export const totalsAt = (counted: Tally | null, opening: OpeningBalance, now: Date): Totals => {
  const current = counted && advanceTo(counted, localDay(now));
  return {
    total: opening.visits + (current?.total ?? 0),
    today: current?.today ?? 0,
    month: current?.month ?? 0,
    online: current ? onlineAt(current, now) : 0,
    since: opening.since ?? current?.since ?? null,
  };
};

/** Visits last seen in the current minute or in the `onlineMinutes` before it. */
const onlineAt = ({ minutes }: Tally, now: Date): number => {
  const first = minuteOf(now) - onlineMinutes;
  const recent = Object.entries(minutes).filter(([minute]) => Number(minute) >= first);
  return recent.reduce((sum, [, count]) => sum + count, 0);
};
