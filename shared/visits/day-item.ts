import * as z from 'zod/mini';
import type { Item, Key, TableWrite } from '../table/table-store.ts';
import type { Tally } from './tally.ts';
import { onlineMinutes } from './visit.ts';

/** Minutes before the window of who is online that a write clears away. Between two that it misses lie as many: an item stays below 1 KB. */
const clearedMinutes = 60;

const dayItem = z.object({
  since: z.string(),
  day: z.string(),
  visits: z.int(),
  earlierTotal: z.int(),
  earlierInMonth: z.int(),
  months: z.record(z.string(), z.int()),
});

/** The attribute that holds how many visits were last seen in a minute. A name of its own each, so that counting reads nothing first. */
const minuteAttribute = (minute: number) => `m${minute}`;
const minutePattern = /^m(\d+)$/;

/** A day of one shard as the table holds it: its own count, and what came before it. So the newest day alone tells everything. */
export const toDayItem = (key: Key, opened: Tally): Item => ({
  ...key,
  since: opened.since,
  day: opened.day,
  visits: 0,
  earlierTotal: opened.total,
  earlierInMonth: opened.month,
  months: opened.months,
});

/** What one shard has counted, from its newest day. */
export const parseDayItem = (item: Item): Tally => {
  const { since, day, visits, earlierTotal, earlierInMonth, months } = dayItem.parse(item);
  return {
    since,
    day,
    today: visits,
    month: earlierInMonth + visits,
    total: earlierTotal + visits,
    months,
    minutes: minutesOf(item),
  };
};

/** Visits by the minute in which they were last seen, of one day's item. */
export const minutesOf = (item: Item): Record<string, number> =>
  Object.fromEntries(
    Object.entries(item).flatMap(([name, count]) => {
      const minute = minutePattern.exec(name)?.[1];
      return minute === undefined ? [] : [[minute, z.int().parse(count)] as const];
    }),
  );

/** The end of a day in one shard: nothing is counted into it any more. Refused when something was since it was read. */
export const closeDay = (key: Key, seen: Tally, minute: number): TableWrite => {
  const stale = Object.keys(seen.minutes).filter((name) => Number(name) < minute - onlineMinutes);
  const removal =
    stale.length > 0 ? ` REMOVE ${stale.map((name) => minuteAttribute(Number(name))).join(', ')}` : '';
  return {
    update: key,
    change: `SET isClosed = :yes${removal}`,
    condition: { expression: 'visits = :seen AND attribute_not_exists(isClosed)' },
    values: { ':yes': true, ':seen': seen.today },
  };
};

/** Marks for the minutes of a day's item, on condition that the day is open; `visits` more are counted with them. */
export const markDay = (
  key: Key,
  { minute, movedFrom, visits }: { minute: number; movedFrom: number | null; visits: 0 | 1 },
): TableWrite => {
  const first = minute - onlineMinutes - clearedMinutes;
  const stale = Array.from({ length: clearedMinutes }, (_, index) => minuteAttribute(first + index));
  const moved = movedFrom === null ? '' : `, ${minuteAttribute(movedFrom)} :less`;
  return {
    update: key,
    change: `ADD visits :visits, ${minuteAttribute(minute)} :more${moved} REMOVE ${stale.join(', ')}`,
    condition: { expression: 'attribute_exists(pk) AND attribute_not_exists(isClosed)' },
    values: { ':visits': visits, ':more': 1, ...(movedFrom !== null && { ':less': -1 }) },
  };
};

/** Takes a visit out of the minute in which it was last seen, on a day that may be closed. */
export const unmarkDay = (key: Key, minute: number): TableWrite => ({
  update: key,
  change: `ADD ${minuteAttribute(minute)} :less`,
  condition: { expression: 'attribute_exists(pk)' },
  values: { ':less': -1 },
});
