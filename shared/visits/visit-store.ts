import { createHash } from 'node:crypto';
import { PortalError } from '../errors.ts';
import type { Table, TableWrite } from '../table/table-store.ts';
import { localDay } from '../time/local-day.ts';
import { addCounts } from './counts.ts';
import { closeDay, minutesOf, parseDayItem, toDayItem } from './day-item.ts';
import { visitKeys } from './keys.ts';
import { advance, emptyTally, sumTallies, type Tally } from './tally.ts';
import { type Beacon, minuteOf, storedVisit } from './visit.ts';
import { beaconWrites } from './visit-writes.ts';

/**
 * Counters that visits are spread over. One item takes some 500 transactional writes a second and conflicts well before that:
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html
 */
export const shardCount = 8;
/** Times that a beacon is tried anew after it met another of its visit, or the turn of the day. */
const countAttempts = 6;

/** What became of a beacon: whether its visit is a new one, and when and on which day it was counted. */
export type Counted = { isNew: boolean; minute: number; day: string };

/** Counts visits, each exactly once, and tells how many there were. */
export const visitStore = (table: Table, siteId: string) => {
  const keys = visitKeys(siteId);

  /** The two newest days of a shard, the newest first. */
  const newestDays = async (shard: number, { isConsistent = false } = {}) => {
    const { items } = await table.query({
      KeyConditionExpression: 'pk = :shard',
      ExpressionAttributeValues: { ':shard': keys.shard(shard) },
      ScanIndexForward: false,
      Limit: 2,
      ConsistentRead: isConsistent,
    });
    return items;
  };

  /** A shard begins once: two first days, opened by clocks on either side of midnight, would not know of each other. */
  const begin = (shard: number): TableWrite => ({
    put: { ...keys.beginning(shard), isClosed: true },
    condition: { expression: 'attribute_not_exists(pk)' },
  });

  /**
   * Opens `day` in a shard, closing the one before it in the same transaction, so that what it hands on to the new day is its last
   * word. The day that is open then: a later one, where another's clock was ahead.
   */
  const openDay = async (shard: number, day: string, minute: number): Promise<string> => {
    for (let attempt = 0; attempt < countAttempts; attempt += 1) {
      const [newest] = await newestDays(shard, { isConsistent: true });
      const seen = newest && parseDayItem(newest);
      if (seen && seen.day >= day) return seen.day;
      const opened = seen ? advance(seen, day) : emptyTally(day);
      const isOpened = await table.write([
        {
          put: toDayItem(keys.day(shard, day), opened),
          condition: { expression: 'attribute_not_exists(pk)' },
        },
        seen ? closeDay(keys.day(shard, seen.day), seen, minute) : begin(shard),
      ]);
      if (isOpened) return day;
    }
    throw new PortalError('unavailable', 'The day could not be opened');
  };

  return {
    /** Counts a beacon, durably, or throws `unavailable`; then it may be sent again, for a repetition changes nothing. */
    async count(beacon: Beacon, now: Date): Promise<Counted> {
      const minute = minuteOf(now);
      const shard = shardOf(beacon.visit);
      let day = localDay(now);
      for (let attempt = 0; attempt < countAttempts; attempt += 1) {
        // What is read first may be old, and the writes are refused then: only what follows must be the latest.
        const [item] = await table.getMany([keys.visit(beacon.visit)], { isConsistent: attempt > 0 });
        const known = item ? storedVisit.parse(item) : null;
        const { writes, isNew, markPosition } = beaconWrites(keys, known, beacon, { minute, shard, day });
        if (writes.length === 0) return { isNew, minute, day };
        const refused = await table.attempt(writes);
        if (refused.length === 0) return { isNew, minute, day };
        if (markPosition !== null && refused.includes(markPosition)) day = await openDay(shard, day, minute);
      }
      throw new PortalError('unavailable', 'The visit could not be counted');
    },

    /** What all shards have counted until now; null before the first visit. */
    async tally(now: Date): Promise<Tally | null> {
      const shards = await Promise.all(Array.from({ length: shardCount }, (_, shard) => newestDays(shard)));
      const tallies = shards.flatMap(([newest, previous]) => {
        if (!newest) return [];
        const current = parseDayItem(newest);
        // Just after midnight those online were last seen on the day before.
        return previous
          ? [{ ...current, minutes: addCounts(minutesOf(previous), current.minutes) }]
          : [current];
      });
      return sumTallies(tallies, localDay(now));
    },
  };
};
export type VisitStore = ReturnType<typeof visitStore>;

/** By the visit's id and nothing else, so that a repetition meets the same counter. */
const shardOf = (visit: string): number => (createHash('sha256').update(visit).digest()[0] ?? 0) % shardCount;
