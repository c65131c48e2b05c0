import type { TableWrite } from '../table/table-store.ts';
import { addDays } from '../time/local-day.ts';
import { countOnline, removeOnline } from './day-item.ts';
import type { VisitKeys } from './keys.ts';
import { type Beacon, onlineMinutes, type StoredVisit, visitArticleLimit } from './visit.ts';

/** Seconds that a visit is stored after it was last seen: by then no repeated beacon is on its way. */
const visitRetentionSeconds = 24 * 60 * 60;
/** Days that article reads are stored: the longest most-read list covers 30 days. */
const readRetentionDays = 32;

/** When and where a beacon is counted: the minute since 1970, the shard of its visit, and the open day of that shard. */
export type CountContext = { minute: number; shard: number; day: string };

/** The writes of a beacon, for one transaction. `dayPosition` is the index of the write that is refused when the day is not open. */
export type BeaconWrites = { writes: TableWrite[]; dayPosition: number | null };

/**
 * Makes the writes of a beacon from its visit as stored, or null for a new one. A visit is counted when its item is created, it moves to
 * the current minute when it is seen again, and an article counts as read when it joins the visit's set. So a repeated beacon, of a
 * visit that is counted in this minute and has read the article, has no writes.
 */
export const beaconWrites = (
  keys: VisitKeys,
  stored: StoredVisit | null,
  beacon: Beacon,
  context: CountContext,
): BeaconWrites => (stored ? nextWrites(keys, stored, beacon, context) : firstWrites(keys, beacon, context));

const firstWrites = (keys: VisitKeys, { visit, article }: Beacon, context: CountContext): BeaconWrites => {
  const { minute, shard, day } = context;
  const item = {
    ...keys.visit(visit),
    seenMinute: minute,
    markedDay: day,
    expiresAt: expiryOf(minute),
    ...(article && { articles: new Set([article]) }),
  };
  return {
    dayPosition: 1,
    writes: [
      { put: item, condition: { expression: 'attribute_not_exists(pk)' } },
      countOnline(keys.day(shard, day), { minute, movedFrom: null, visits: 1 }),
      ...(article ? [articleReadWrite(keys, article, context)] : []),
    ],
  };
};

const nextWrites = (
  keys: VisitKeys,
  stored: StoredVisit,
  { visit, article }: Beacon,
  context: CountContext,
): BeaconWrites => {
  const isLater = context.minute > stored.seenMinute;
  const read =
    article && !stored.articles.has(article) && stored.articles.size < visitArticleLimit ? article : null;
  if (!isLater && !read) return { dayPosition: null, writes: [] };
  return {
    dayPosition: isLater ? 1 : null,
    writes: [
      visitWrite(keys, visit, stored, { read, at: isLater ? context : null }),
      ...(isLater ? moveOnline(keys, stored, context) : []),
      ...(read ? [articleReadWrite(keys, read, context)] : []),
    ],
  };
};

/** Updates a visit's minute or articles, on condition that its item is as it was read. */
const visitWrite = (
  keys: VisitKeys,
  visit: string,
  stored: StoredVisit,
  { read, at }: { read: string | null; at: CountContext | null },
): TableWrite => {
  const seenMinute = at?.minute ?? stored.seenMinute;
  return {
    update: keys.visit(visit),
    change: `SET seenMinute = :minute, markedDay = :day, expiresAt = :expiry${read ? ' ADD articles :read' : ''}`,
    condition: { expression: `seenMinute = :known${read ? ' AND NOT contains(articles, :article)' : ''}` },
    values: {
      ':minute': seenMinute,
      ':day': at?.day ?? stored.markedDay,
      ':expiry': expiryOf(seenMinute),
      ':known': stored.seenMinute,
      ...(read && { ':read': new Set([read]), ':article': read }),
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

const articleReadWrite = (keys: VisitKeys, article: string, { shard, day }: CountContext): TableWrite => ({
  update: keys.reads(day, article, shard),
  change: 'SET expiresAt = :expiry ADD readers :one',
  values: { ':expiry': readsExpireAt(day), ':one': 1 },
});

/** Seconds since 1970 at which the reads of a day expire. */
const readsExpireAt = (day: string) => Date.parse(addDays(day, readRetentionDays)) / 1000;

const expiryOf = (minute: number) => minute * 60 + visitRetentionSeconds;
