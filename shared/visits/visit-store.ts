import { createHash } from 'node:crypto';
import { PortalError } from '../errors.ts';
import type { Item, Table, TableWrite } from '../table/table-store.ts';
import { localDay } from '../time/local-day.ts';
import { addCounts } from './counts.ts';
import { closeDay, isOpen, minutesOf, parseDayItem, toDayItem } from './day-item.ts';
import { visitKeys } from './keys.ts';
import { readsPages } from './reads-page.ts';
import { advanceTo, emptyTally, sumTallies, type Tally } from './tally.ts';
import { type Beacon, minuteOf, onlineSince, storedVisit } from './visit.ts';
import { beaconWrites } from './visit-writes.ts';

/**
 * Shards of a site's counters. One item takes some 500 transactional writes a second and conflicts well before that:
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html
 */
export const shardCount = 8;
/** Attempts at a beacon that conflicts with another of its visit, or that meets a day which is not open. */
const countAttempts = 6;

/**
 * Counts visits, each exactly once, whatever is retried, repeated or interrupted.
 *
 * A beacon is one transaction over the visit's own item, its shard's counters and a page of reads, on condition that the visit's item is as it was read.
 * So all is written or nothing; a repeated beacon fails the condition, reads again, and finds nothing left to write.
 *
 * The days of a shard are a chain: each starts with the sums of the days before it, so that the newest alone has all totals. Opening a
 * day closes its predecessor in the same transaction, and nothing is counted into a closed day: the sums it handed on are final.
 */
export const visitStore = (table: Table, siteId: string, newId: () => string) => {
  const keys = visitKeys(siteId);
  const pageOf = readsPages(newId);

  /** The two newest days of a shard, newest first, strongly consistent. */
  const newestDays = async (shard: number) => {
    const { items } = await table.query({
      KeyConditionExpression: 'pk = :shard',
      ExpressionAttributeValues: { ':shard': keys.shard(shard) },
      ScanIndexForward: false,
      Limit: 2,
      ConsistentRead: true,
    });
    return items;
  };

  /** A shard starts once: two first days, opened by clocks on either side of midnight, would not know of each other. */
  const startShard = (shard: number): TableWrite => ({
    put: { ...keys.beginning(shard), isClosed: true },
    condition: { expression: 'attribute_not_exists(pk)' },
  });

  /**
   * Opens `day` in a shard. Returns the open day, which is a later one when another environment's clock was ahead. Throws `unavailable`
   * when other writes win every attempt.
   */
  const openDay = async (shard: number, day: string, minute: number): Promise<string> => {
    for (let attempt = 0; attempt < countAttempts; attempt += 1) {
      const [newest] = await newestDays(shard);
      const seen = newest && parseDayItem(newest);
      if (seen && seen.day >= day) return seen.day;
      const opened = seen ? advanceTo(seen, day) : emptyTally(day);
      const isOpened = await table.write([
        {
          put: toDayItem(keys.day(shard, day), opened),
          condition: { expression: 'attribute_not_exists(pk)' },
        },
        seen ? closeDay(keys.day(shard, seen.day), seen, minute) : startShard(shard),
      ]);
      if (isOpened) return day;
    }
    throw new PortalError('unavailable', 'The day could not be opened');
  };

  return {
    /** Counts a beacon durably, or throws `unavailable`. Idempotent: a repeated beacon changes nothing. */
    async count(beacon: Beacon, now: Date): Promise<void> {
      const minute = minuteOf(now);
      const shard = shardOf(beacon.visit);
      let day = localDay(now);
      for (let attempt = 0; attempt < countAttempts; attempt += 1) {
        // The first read may be stale, and then the conditional writes fail: only later attempts are strongly consistent.
        const [item] = await table.getMany([keys.visit(beacon.visit)], { isConsistent: attempt > 0 });
        const stored = item ? storedVisit.parse(item) : null;
        const { writes, dayPosition } = beaconWrites(keys, stored, beacon, { minute, shard, day, pageOf });
        if (writes.length === 0) return;
        const refused = await table.attempt(writes);
        if (refused.length === 0) return;
        if (dayPosition !== null && refused.includes(dayPosition)) day = await openDay(shard, day, minute);
      }
      throw new PortalError('unavailable', 'The visit could not be counted');
    },

    /** The tally of all shards, strongly consistent; null before the first visit. */
    async tally(now: Date): Promise<Tally | null> {
      const day = localDay(now);
      const shards = Array.from({ length: shardCount }, (_, shard) => shard);
      const today = await table.getMany(
        shards.map((shard) => keys.day(shard, day)),
        { isConsistent: true },
      );
      // Just after midnight, visits online were last seen on the day before.
      const isNewDay = localDay(onlineSince(now)) !== day;
      const newest = await Promise.all(
        shards.map((shard) => {
          const item = today[shard];
          return item && isOpen(item) && !isNewDay ? [item] : newestDays(shard);
        }),
      );
      return sumTallies(newest.flatMap(shardTally), day);
    },
  };
};
export type VisitStore = ReturnType<typeof visitStore>;

/** The tally of a shard, from its newest day and the one before it if that was read too. */
const shardTally = ([newest, previous]: readonly Item[]): Tally[] => {
  if (!newest) return [];
  const current = parseDayItem(newest);
  return [previous ? { ...current, minutes: addCounts(minutesOf(previous), current.minutes) } : current];
};

/** The shard of a visit, by its id alone, so that a repeated beacon meets the same counter. */
const shardOf = (visit: string): number => (createHash('sha256').update(visit).digest()[0] ?? 0) % shardCount;
