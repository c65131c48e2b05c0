import type { TableWrite } from '../table/table-store.ts';
import { countOnline, removeOnline } from './day-item.ts';
import type { VisitKeys } from './keys.ts';
import { addReads } from './reads-page.ts';
import { type Beacon, onlineMinutes, type StoredVisit, visitArticleLimit } from './visit.ts';

/** Seconds that a visit is stored after it was last seen: by then no repeated beacon is on its way. */
const visitRetentionSeconds = 24 * 60 * 60;

/** When and where a beacon is counted: the minute since 1970, the shard of its visit, and the open day of that shard. */
export type CountContext = {
  minute: number;
  shard: number;
  day: string;
  /** Chooses the page of a day that reads of some articles are added to. */
  pageOf: (day: string, articles: readonly string[]) => string;
};

/** The writes of a beacon, for one transaction. `dayPosition` is the index of the write that is refused when the day is not open. */
export type BeaconWrites = { writes: TableWrite[]; dayPosition: number | null };

/**
 * Makes the writes of a beacon, at most four, from its visit as stored, or null for a new one. A visit is counted when its item is
 * created, it moves to the current minute when it is seen again, and articles count as read when they join the visit's set. So a
 * repeated beacon, of a visit that is counted in this minute and has read the articles, has no writes.
 */
export const beaconWrites = (
  keys: VisitKeys,
  stored: StoredVisit | null,
  beacon: Beacon,
  context: CountContext,
): BeaconWrites => (stored ? nextWrites(keys, stored, beacon, context) : firstWrites(keys, beacon, context));

const firstWrites = (keys: VisitKeys, { visit, articles }: Beacon, context: CountContext): BeaconWrites => {
  const { minute, shard, day } = context;
  const item = {
    ...keys.visit(visit),
    seenMinute: minute,
    markedDay: day,
    expiresAt: expiryOf(minute),
    ...(articles.length > 0 && { articles: new Set(articles) }),
  };
  return {
    dayPosition: 1,
    writes: [
      { put: item, condition: { expression: 'attribute_not_exists(pk)' } },
      countOnline(keys.day(shard, day), { minute, movedFrom: null, visits: 1 }),
      ...readsWrites(keys, articles, context),
    ],
  };
};

const nextWrites = (
  keys: VisitKeys,
  stored: StoredVisit,
  { visit, articles }: Beacon,
  context: CountContext,
): BeaconWrites => {
  const isLater = context.minute > stored.seenMinute;
  const read = articles
    .filter((id) => !stored.articles.has(id))
    .slice(0, Math.max(0, visitArticleLimit - stored.articles.size));
  if (!isLater && read.length === 0) return { dayPosition: null, writes: [] };
  return {
    dayPosition: isLater ? 1 : null,
    writes: [
      visitWrite(keys, visit, stored, { read, at: isLater ? context : null }),
      ...(isLater ? moveOnline(keys, stored, context) : []),
      ...readsWrites(keys, read, context),
    ],
  };
};

/** Updates a visit's minute and articles, on condition that its item is as it was read: articles are only added, so their number tells. */
const visitWrite = (
  keys: VisitKeys,
  visit: string,
  stored: StoredVisit,
  { read, at }: { read: readonly string[]; at: CountContext | null },
): TableWrite => {
  const seenMinute = at?.minute ?? stored.seenMinute;
  const isRead = read.length > 0;
  const { size } = stored.articles;
  const hasSize = size > 0 ? 'size(articles) = :size' : 'attribute_not_exists(articles)';
  return {
    update: keys.visit(visit),
    change: `SET seenMinute = :minute, markedDay = :day, expiresAt = :expiry${isRead ? ' ADD articles :read' : ''}`,
    condition: { expression: `seenMinute = :known${isRead ? ` AND ${hasSize}` : ''}` },
    values: {
      ':minute': seenMinute,
      ':day': at?.day ?? stored.markedDay,
      ':expiry': expiryOf(seenMinute),
      ':known': stored.seenMinute,
      ...(isRead && { ':read': new Set(read) }),
      ...(isRead && size > 0 && { ':size': size }),
    },
  };
};

/** Moves a visit from the minute in which it was last seen to this one, which may be in the next day's item. */
const moveOnline = (
  keys: VisitKeys,
  stored: StoredVisit,
  { minute, shard, day }: CountContext,
): TableWrite[] => {
  const from = stored.seenMinute >= minute - onlineMinutes ? stored.seenMinute : null;
  const isSameDay = stored.markedDay === day;
  return [
    countOnline(keys.day(shard, day), { minute, movedFrom: isSameDay ? from : null, visits: 0 }),
    ...(from !== null && !isSameDay ? [removeOnline(keys.day(shard, stored.markedDay), from)] : []),
  ];
};

const readsWrites = (
  keys: VisitKeys,
  articles: readonly string[],
  { day, pageOf }: CountContext,
): TableWrite[] =>
  articles.length > 0 ? [addReads(keys.reads(day, pageOf(day, articles)), day, articles)] : [];

const expiryOf = (minute: number) => minute * 60 + visitRetentionSeconds;
