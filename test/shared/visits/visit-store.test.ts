import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Item } from '../../../shared/table/table-store.ts';
import { addDays, localDay } from '../../../shared/time/local-day.ts';
import { articleReadsStore } from '../../../shared/visits/article-reads-store.ts';
import { sumByKey } from '../../../shared/visits/counts.ts';
import { historyStore } from '../../../shared/visits/history-store.ts';
import { visitKeys } from '../../../shared/visits/keys.ts';
import { noOpeningBalance, totalsAt } from '../../../shared/visits/tally.ts';
import { beaconArticleLimit, onlineMinutes, visitArticleLimit } from '../../../shared/visits/visit.ts';
import { shardCount, visitStore } from '../../../shared/visits/visit-store.ts';
import { idOf } from '../../support/article-records.ts';
import { aVisitsTable } from '../../support/use-table.ts';

const table = await aVisitsTable();
let sites = 0;

/** A site of its own on the shared table, without visits. */
const aCounter = () => {
  sites += 1;
  const siteId = `site-${sites}`;
  const store = visitStore(table, siteId, randomUUID);
  return {
    count: (at: Date, visit: string = randomUUID(), articles: readonly string[] = []) =>
      store.count({ visit, articles: [...articles] }, at),
    reads: articleReadsStore(table, siteId),
    siteId,
    totals: async (at: Date) => totalsAt(await store.tally(at), noOpeningBalance, at),
    tally: store.tally,
    history: historyStore(table, siteId),
  };
};
/** An instant by the wall clock of Hà Nội: `vietnam('2026-12-31 23:59')`. */
const vietnam = (wallClock: string) => new Date(`${wallClock.replace(' ', 'T')}+07:00`);
const minutesAfter = (at: Date, minutes: number) => new Date(at.getTime() + minutes * 60_000);

describe.each([
  ['midnight', '2026-11-24 23:59', '2026-11-25 00:00', { today: 3, month: 8, total: 8 }],
  ['the end of a month', '2026-11-30 23:59', '2026-12-01 00:00', { today: 3, month: 3, total: 8 }],
  ['the end of February', '2028-02-29 23:59', '2028-03-01 00:00', { today: 3, month: 3, total: 8 }],
  ['the end of a year', '2026-12-31 23:59', '2027-01-01 00:00', { today: 3, month: 3, total: 8 }],
])('over %s in Viet Nam', (_, before, later, expected) => {
  test('days and months start anew, and the total continues', async () => {
    const { count, totals, tally, history } = aCounter();
    for (let n = 0; n < 5; n += 1) await count(vietnam(before));
    expect(await totals(vietnam(before))).toMatchObject({ today: 5, month: 5, total: 5, online: 5 });
    expect(await totals(vietnam(later))).toMatchObject({
      ...expected,
      today: 0,
      total: 5,
      month: expected.month - 3,
    });
    for (let n = 0; n < 3; n += 1) await count(vietnam(later));
    expect(await totals(vietnam(later))).toEqual({ ...expected, online: 8, since: before.slice(0, 10) });
    const range = { from: before.slice(0, 10), to: later.slice(0, 10) };
    expect(await history.visitsByDay(range)).toEqual({ [range.from]: 5, [range.to]: 3 });
    if (before.slice(0, 7) !== later.slice(0, 7)) {
      expect((await tally(vietnam(later)))?.months).toEqual({ [before.slice(0, 7)]: 5 });
    }
  });

  test('a visit that continues stays one visit, and is online once', async () => {
    const { count, totals } = aCounter();
    const id = randomUUID();
    await count(vietnam(before), id);
    await count(vietnam(later), id);
    expect(await totals(vietnam(later))).toMatchObject({ today: 0, total: 1, online: 1 });
    await count(minutesAfter(vietnam(later), 3), id);
    expect(await totals(minutesAfter(vietnam(later), 7))).toMatchObject({ total: 1, online: 1 });
    expect(await totals(minutesAfter(vietnam(later), 9))).toMatchObject({ total: 1, online: 0 });
  });
});

test('continues the counts of a site without visits for years', async () => {
  const { count, totals, history } = aCounter();
  await count(vietnam('2024-02-03 10:00'));
  const now = vietnam('2026-11-24 10:00');
  expect(await totals(now)).toEqual({ total: 1, today: 0, month: 0, online: 0, since: '2024-02-03' });
  await count(now);
  expect(await totals(now)).toMatchObject({ total: 2, today: 1, month: 1, online: 1 });
  expect(await history.visitsByDay({ from: '2024-01-01', to: '2026-12-31' })).toEqual({
    '2024-02-03': 1,
    '2026-11-24': 1,
  });
});

test('stores the months of a year, and all days', async () => {
  const { count, tally, history } = aCounter();
  for (let month = 0; month < 15; month += 1) {
    await count(new Date(Date.UTC(2025, month, 10, 5)));
  }
  const months = Object.keys((await tally(new Date(Date.UTC(2026, 2, 10, 5))))?.months ?? {});
  expect(months.length).toBeLessThanOrEqual(12);
  expect(Object.keys(await history.visitsByDay({ from: '2025-01-01', to: '2026-12-31' }))).toHaveLength(15);
});

test('counts each visit once when clocks differ around midnight', async () => {
  const { count, totals, history } = aCounter();
  const midnight = vietnam('2026-12-01 00:00');
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: -90, max: 90 }), { minLength: 24, maxLength: 24 }),
      async (seconds) => {
        const before = (await totals(minutesAfter(midnight, 2))).total;
        await Promise.all(seconds.map((second) => count(new Date(midnight.getTime() + second * 1000))));
        expect((await totals(minutesAfter(midnight, 2))).total).toBe(before + seconds.length);
      },
    ),
    { numRuns: 10 },
  );
  const days = await history.visitsByDay({ from: '2026-11-01', to: '2026-12-31' });
  expect(Object.values(days).reduce((sum, visits) => sum + visits, 0)).toBe(240);
  expect(Object.keys(days).sort()).toEqual(['2026-11-30', '2026-12-01']);
});

/** Visits of some browsers: who, and seconds since the previous one. */
const walks = fc.array(
  fc.record({ browser: fc.integer({ min: 0, max: 5 }), seconds: fc.integer({ min: 0, max: 200 }) }),
  { minLength: 1, maxLength: 25 },
);

test('counts who is online to within a minute, over midnight too', async () => {
  await fc.assert(
    fc.asyncProperty(walks, async (walk) => {
      const { count, totals } = aCounter();
      const browsers = Array.from({ length: 6 }, () => randomUUID());
      const lastSeen = new Map<number, number>();
      let at = vietnam('2026-11-24 23:50').getTime();
      for (const { browser, seconds } of walk) {
        at += seconds * 1000;
        await count(new Date(at), browsers[browser]);
        lastSeen.set(browser, at);
        const seenSince = (minutes: number) =>
          [...lastSeen.values()].filter((seen) => seen >= at - minutes * 60_000).length;
        const { online, total } = await totals(new Date(at));
        expect(total).toBe(lastSeen.size);
        expect(online).toBeGreaterThanOrEqual(seenSince(onlineMinutes));
        expect(online).toBeLessThanOrEqual(seenSince(onlineMinutes + 1));
      }
    }),
    { numRuns: 25 },
  );
});

test('the total is the sum of the days, for any hours between visits', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 20 }),
      async (hours) => {
        const { count, totals, history } = aCounter();
        let now = vietnam('2026-10-25 12:00');
        for (const gap of hours) {
          now = minutesAfter(now, gap * 60);
          await count(now);
        }
        const days = await history.visitsByDay({ from: '2026-10-01', to: localDay(now) });
        const sum = (prefix: string) =>
          Object.entries(days).reduce((all, [day, visits]) => all + (day.startsWith(prefix) ? visits : 0), 0);
        expect(await totals(now)).toMatchObject({
          total: hours.length,
          month: sum(localDay(now).slice(0, 7)),
          today: sum(localDay(now)),
        });
        expect(sum('')).toBe(hours.length);
      },
    ),
    { numRuns: 25 },
  );
});

test('the item of a day stays below 1 KB when each write just misses the minute before', async () => {
  const { count } = aCounter();
  const id = randomUUID();
  const midnight = vietnam('2026-11-24 00:00');
  for (let minute = 0; minute < 24 * 60; minute += 66) await count(minutesAfter(midnight, minute), id);
  const shards = await Promise.all(
    Array.from({ length: shardCount }, (_, shard) =>
      table.query({
        KeyConditionExpression: 'pk = :pk AND sk = :day',
        ExpressionAttributeValues: { ':pk': `site-${sites}#COUNT#${shard}`, ':day': 'DAY#2026-11-24' },
      }),
    ),
  );
  const [day, ...others] = shards.flatMap(({ items }) => items);
  expect(others).toEqual([]);
  expect(Object.keys(day ?? {}).filter((name) => /^m\d+$/.test(name)).length).toBeGreaterThan(10);
  expect(JSON.stringify(day).length).toBeLessThan(1_000);
});

/** Beacons of some visits, in the order in which they arrive: each with articles by their numbers. */
const batches = fc.array(
  fc.record({
    visit: fc.nat(3),
    articles: fc.uniqueArray(fc.nat(40), { maxLength: beaconArticleLimit }),
    minutes: fc.nat(3),
    copies: fc.integer({ min: 1, max: 3 }),
  }),
  { minLength: 1, maxLength: 12 },
);

test('counts each article once in a visit, in whatever batches it is reported, and however often', async () => {
  await fc.assert(
    fc.asyncProperty(batches, async (sent) => {
      const { count, reads, tally } = aCounter();
      const ids = Array.from({ length: 4 }, () => randomUUID());
      const read = ids.map(() => new Set<string>());
      let at = vietnam('2026-11-24 10:00');
      for (const { visit, articles, minutes, copies } of sent) {
        at = minutesAfter(at, minutes);
        const named = articles.map(idOf);
        await Promise.all(Array.from({ length: copies }, () => count(at, ids[visit], named)));
        for (const id of named) {
          const ofVisit = read[visit];
          if (ofVisit && ofVisit.size < visitArticleLimit) ofVisit.add(id);
        }
      }
      const expected = sumByKey(read.flatMap((articles) => [...articles].map((id) => [id, 1] as const)));
      expect((await reads.countsOf('2026-11-24')).counts).toEqual(expected);
      expect((await tally(at))?.total).toBe(new Set(sent.map(({ visit }) => visit)).size);
    }),
    { numRuns: 20 },
  );
});

test('counts the articles of a batch on the day on which it arrives', async () => {
  const { count, reads } = aCounter();
  const id = randomUUID();
  await count(vietnam('2026-11-24 23:57'), id, [idOf(1)]);
  await count(vietnam('2026-11-25 00:02'), id, [idOf(1), idOf(2), idOf(3)]);
  expect((await reads.countsOf('2026-11-24')).counts).toEqual({ [idOf(1)]: 1 });
  expect((await reads.countsOf('2026-11-25')).counts).toEqual({ [idOf(2)]: 1, [idOf(3)]: 1 });
});

/** About the size of an item: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html */
const bytesOf = (item: Item) =>
  Object.entries(item)
    .flatMap(([name, value]) => [name, ...(value instanceof Set ? value : [value])])
    .reduce((sum: number, part) => sum + String(part).length, 0);

test('the items of a visit that read all it may, and of a full page of reads, stay below 1 KB', async () => {
  const { count, siteId } = aCounter();
  const id = randomUUID();
  const at = vietnam('2026-11-24 10:00');
  for (let start = 0; start < 50; start += beaconArticleLimit) {
    await count(
      at,
      id,
      Array.from({ length: beaconArticleLimit }, (_, n) => idOf(start + n)),
    );
  }
  const keys = visitKeys(siteId);
  const [visit] = await table.getMany([keys.visit(id)]);
  const { items: pages } = await table.query({
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': keys.readsOf('2026-11-24') },
  });
  expect(visit?.articles).toHaveProperty('size', visitArticleLimit);
  expect(pages).toHaveLength(1);
  for (const item of [visit ?? {}, ...pages]) expect(bytesOf(item)).toBeLessThan(960);
});

test('days begin at midnight in Viet Nam', () => {
  expect(localDay(new Date('2026-11-24T16:59:59.999Z'))).toBe('2026-11-24');
  expect(localDay(new Date('2026-11-24T17:00:00.000Z'))).toBe('2026-11-25');
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(addDays('2027-01-01', -1)).toBe('2026-12-31');
});
