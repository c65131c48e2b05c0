import type { TableWrite } from '../table/table-store.ts';
import { addDays } from '../time/local-day.ts';
import { markDay, unmarkDay } from './day-item.ts';
import type { VisitKeys } from './keys.ts';
import { type Beacon, onlineMinutes, type StoredVisit, visitArticleLimit } from './visit.ts';

/** Seconds that a visit is remembered after it was last seen: by then no repetition of a beacon is on its way. */
const visitSeconds = 24 * 60 * 60;
/** Days that readings of an article are kept: the longest list of what is read most looks 30 days back. */
const readDays = 32;

/** When and where a beacon is counted: the minute since 1970, the shard of its visit, and the day that is open in that shard. */
export type Place = { minute: number; shard: number; day: string };

/** What a beacon changes, all of it or nothing. `markPosition` is the write that is refused when the day is not open. */
export type BeaconWrites = { writes: TableWrite[]; isNew: boolean; markPosition: number | null };

/**
 * The writes of one beacon, from what is known of its visit. A repetition has none: a visit is counted when its item is made,
 * its mark of being online moves when its minute does, and an article is read when it joins the visit's set.
 */
export const beaconWrites = (
  keys: VisitKeys,
  known: StoredVisit | null,
  beacon: Beacon,
  place: Place,
): BeaconWrites => (known ? laterWrites(keys, known, beacon, place) : firstWrites(keys, beacon, place));

const firstWrites = (keys: VisitKeys, { visit, article }: Beacon, place: Place): BeaconWrites => {
  const { minute, shard, day } = place;
  const item = {
    ...keys.visit(visit),
    seenMinute: minute,
    markedDay: day,
    expiresAt: expiryOf(minute),
    ...(article && { articles: new Set([article]) }),
  };
  return {
    isNew: true,
    markPosition: 1,
    writes: [
      { put: item, condition: { expression: 'attribute_not_exists(pk)' } },
      markDay(keys.day(shard, day), { minute, movedFrom: null, visits: 1 }),
      ...(article ? [readWrite(keys, article, place)] : []),
    ],
  };
};

const laterWrites = (
  keys: VisitKeys,
  known: StoredVisit,
  { visit, article }: Beacon,
  place: Place,
): BeaconWrites => {
  const isLater = place.minute > known.seenMinute;
  const read =
    article && !known.articles.has(article) && known.articles.size < visitArticleLimit ? article : null;
  if (!isLater && !read) return { isNew: false, markPosition: null, writes: [] };
  return {
    isNew: false,
    markPosition: isLater ? 1 : null,
    writes: [
      visitWrite(keys, visit, known, { read, at: isLater ? place : null }),
      ...(isLater ? moveMark(keys, known, place) : []),
      ...(read ? [readWrite(keys, read, place)] : []),
    ],
  };
};

/** The visit seen again, or with one more article, on condition that it is still as it is known. */
const visitWrite = (
  keys: VisitKeys,
  visit: string,
  known: StoredVisit,
  { read, at }: { read: string | null; at: Place | null },
): TableWrite => {
  const seenMinute = at?.minute ?? known.seenMinute;
  return {
    update: keys.visit(visit),
    change: `SET seenMinute = :minute, markedDay = :day, expiresAt = :expiry${read ? ' ADD articles :read' : ''}`,
    condition: { expression: `seenMinute = :known${read ? ' AND NOT contains(articles, :article)' : ''}` },
    values: {
      ':minute': seenMinute,
      ':day': at?.day ?? known.markedDay,
      ':expiry': expiryOf(seenMinute),
      ':known': known.seenMinute,
      ...(read && { ':read': new Set([read]), ':article': read }),
    },
  };
};

/** The mark of being online, from the minute in which the visit was last seen to this one; there may be a midnight between the two. */
const moveMark = (keys: VisitKeys, known: StoredVisit, { minute, shard, day }: Place): TableWrite[] => {
  const from = known.seenMinute >= minute - onlineMinutes ? known.seenMinute : null;
  const isSameDay = known.markedDay === day;
  return [
    markDay(keys.day(shard, day), { minute, movedFrom: isSameDay ? from : null, visits: 0 }),
    ...(from !== null && !isSameDay ? [unmarkDay(keys.day(shard, known.markedDay), from)] : []),
  ];
};

const readWrite = (keys: VisitKeys, article: string, { shard, day }: Place): TableWrite => ({
  update: keys.reads(day, article, shard),
  change: 'SET expiresAt = :expiry ADD readers :one',
  values: { ':expiry': Date.parse(addDays(day, readDays)) / 1000, ':one': 1 },
});

const expiryOf = (minute: number) => minute * 60 + visitSeconds;
