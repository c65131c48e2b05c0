import * as z from 'zod/mini';
import type { Item, Key, TableWrite } from '../table/table-store.ts';
import type { Tally } from './tally.ts';
import { onlineMinutes } from './visit.ts';

/** Minutes before the online window whose attributes a write removes. Those it misses are further apart: an item stays below 1 KB. */
const expiredMinutes = 60;

const dayItem = z.object({
  since: z.string(),
  day: z.string(),
  visits: z.int(),
  earlierTotal: z.int(),
  earlierInMonth: z.int(),
  months: z.record(z.string(), z.int()),
});

/** The attribute with the number of visits last seen in a minute. One attribute per minute, so that counting needs no read. */
const minuteAttribute = (minute: number) => `m${minute}`;
const minutePattern = /^m(\d+)$/;

/** The item of a day in a shard: its own count, and the sums of the days before it. So the newest day has all totals. */
export const toDayItem = (key: Key, opened: Tally): Item => ({
  ...key,
  since: opened.since,
  day: opened.day,
  visits: 0,
  earlierTotal: opened.total,
  earlierInMonth: opened.month,
  months: opened.months,
});

/** The tally of a shard, from its newest day. */
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

/** Whether visits are counted into a day item: then it is the newest of its shard. */
export const isOpen = (item: Item): boolean => item.isClosed === undefined;

/** Visits of a day item by the minute in which they were last seen. */
export const minutesOf = (item: Item): Record<string, number> =>
  Object.fromEntries(
    Object.entries(item).flatMap(([name, count]) => {
      const minute = minutePattern.exec(name)?.[1];
      return minute === undefined ? [] : [[minute, z.int().parse(count)] as const];
    }),
  );

/** Closes a day of a shard, on condition that nothing was counted into it since it was read. Nothing is counted into a closed day. */
export const closeDay = (key: Key, seen: Tally, minute: number): TableWrite => {
  const expired = Object.keys(seen.minutes).filter((name) => Number(name) < minute - onlineMinutes);
  const removal =
    expired.length > 0 ? ` REMOVE ${expired.map((name) => minuteAttribute(Number(name))).join(', ')}` : '';
  return {
    update: key,
    change: `SET isClosed = :yes${removal}`,
    condition: { expression: 'visits = :seen AND attribute_not_exists(isClosed)' },
    values: { ':yes': true, ':seen': seen.today },
  };
};

/**
 * Counts a visit as online in a minute of a day, on condition that the day is open. `movedFrom` is the minute of the same day that it
 * leaves, if any; `visits` is 1 for a new visit, which the day counts too.
 */
export const countOnline = (
  key: Key,
  { minute, movedFrom, visits }: { minute: number; movedFrom: number | null; visits: 0 | 1 },
): TableWrite => {
  const first = minute - onlineMinutes - expiredMinutes;
  const expired = Array.from({ length: expiredMinutes }, (_, index) => minuteAttribute(first + index));
  const moved = movedFrom === null ? '' : `, ${minuteAttribute(movedFrom)} :less`;
  return {
    update: key,
    change: `ADD visits :visits, ${minuteAttribute(minute)} :more${moved} REMOVE ${expired.join(', ')}`,
    condition: { expression: 'attribute_exists(pk) AND attribute_not_exists(isClosed)' },
    values: { ':visits': visits, ':more': 1, ...(movedFrom !== null && { ':less': -1 }) },
  };
};

/** Removes a visit from the minute in which it was last seen, in another day, which may be closed. */
export const removeOnline = (key: Key, minute: number): TableWrite => ({
  update: key,
  change: `ADD ${minuteAttribute(minute)} :less`,
  condition: { expression: 'attribute_exists(pk)' },
  values: { ':less': -1 },
});
