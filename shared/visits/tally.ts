import * as z from 'zod/mini';
import { localDay, monthOf, monthsUntil } from '../time/local-day.ts';
import { addCounts } from './counts.ts';
import { minuteOf, onlineMinutes } from './visit.ts';

/** Months that a tally remembers, the running one with them. */
const keptMonths = 12;

/** What was counted up to some moment of `day`, in one shard or in all. */
export const tally = z.object({
  /** The first day that anything was counted. */
  since: z.string(),
  day: z.string(),
  /** Visits of `day`, of its month up to now, and of all time. */
  today: z.int(),
  month: z.int(),
  total: z.int(),
  /** Visits of finished months, the newest ones: `{ "2026-10": 8123 }`. */
  months: z.record(z.string(), z.int()),
  /** Visits by the minute since 1970 in which each was last seen, the newest ones. */
  minutes: z.record(z.string(), z.int()),
});
export type Tally = z.infer<typeof tally>;

/** What an earlier counter had counted: added to the total, and shown to the office apart. */
export const openingBalance = z.object({ visits: z.int(), since: z.nullable(z.string()) });
export type OpeningBalance = z.infer<typeof openingBalance>;

export const noOpeningBalance: OpeningBalance = { visits: 0, since: null };

/** The numbers that readers see. `since` is the day that counting began, null before the first visit. */
export type Totals = { total: number; today: number; month: number; online: number; since: string | null };

/** Nothing counted yet. */
export const emptyTally = (day: string): Tally => ({
  since: day,
  day,
  today: 0,
  month: 0,
  total: 0,
  months: {},
  minutes: {},
});

/** The same tally on a later day, on which nothing has been counted yet. An earlier day changes nothing: time does not run back. */
export const advance = (from: Tally, day: string): Tally => {
  if (day <= from.day) return from;
  if (monthOf(day) === monthOf(from.day)) return { ...from, day, today: 0 };
  const oldest = monthsUntil(monthOf(day), keptMonths)[0] ?? '';
  const months = Object.entries({ ...from.months, [monthOf(from.day)]: from.month });
  const newest = Object.fromEntries(months.filter(([month, visits]) => visits > 0 && month >= oldest));
  return { ...from, day, today: 0, month: 0, months: newest };
};

/** All shards together, on the day that it is; null when none has counted anything. */
export const sumTallies = (shards: readonly Tally[], today: string): Tally | null => {
  const day = shards.reduce((latest, shard) => (shard.day > latest ? shard.day : latest), today);
  const [first, ...others] = shards.map((shard) => advance(shard, day));
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

/** The tally with one visit more, for which nothing has to be read again. */
export const withVisit = (from: Tally | null, { day, minute }: { day: string; minute: number }): Tally => {
  const current = advance(from ?? emptyTally(day), day);
  return {
    ...current,
    today: current.today + 1,
    month: current.month + 1,
    total: current.total + 1,
    minutes: addCounts(current.minutes, { [minute]: 1 }),
  };
};

/** Visits of a month; null before anything was counted. */
export type MonthVisits = { month: string; visits: number | null };

/** The last twelve months, the oldest first. */
export const lastMonths = (counted: Tally, now: Date): MonthVisits[] => {
  const current = advance(counted, localDay(now));
  const months = { ...current.months, [monthOf(current.day)]: current.month };
  return monthsUntil(monthOf(current.day), keptMonths).map((month) => ({
    month,
    visits: month < monthOf(current.since) ? null : (months[month] ?? 0),
  }));
};

/** What readers see of a tally at a moment that may be later than the tally itself. */
export const totalsAt = (counted: Tally | null, opening: OpeningBalance, now: Date): Totals => {
  const current = counted && advance(counted, localDay(now));
  return {
    total: opening.visits + (current?.total ?? 0),
    today: current?.today ?? 0,
    month: current?.month ?? 0,
    online: current ? onlineAt(current, now) : 0,
    since: opening.since ?? current?.since ?? null,
  };
};

/** Visits last seen in the running minute or in one of the whole minutes before it. */
const onlineAt = ({ minutes }: Tally, now: Date): number => {
  const first = minuteOf(now) - onlineMinutes;
  const recent = Object.entries(minutes).filter(([minute]) => Number(minute) >= first);
  return recent.reduce((sum, [, count]) => sum + count, 0);
};
