import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { refreshMostRead } from '../../../functions/most-read/refresh.ts';
import { articleKeys } from '../../../shared/articles/keys.ts';
import { readerStore } from '../../../shared/reader/reader-store.ts';
import type { TableWrite } from '../../../shared/table/table-store.ts';
import { addDays, localDay } from '../../../shared/time/local-day.ts';
import { articleReadsStore } from '../../../shared/visits/article-reads-store.ts';
import { visitKeys } from '../../../shared/visits/keys.ts';
import { statisticsStore } from '../../../shared/visits/statistics-store.ts';
import { visitStore } from '../../../shared/visits/visit-store.ts';
import { idOf } from '../../support/article-records.ts';
import { aLiveArticle } from '../../support/site-fixture.ts';
import { aContentTable, aVisitsTable } from '../../support/use-table.ts';

const visitsTable = await aVisitsTable();
const contentTable = await aContentTable();
let sites = 0;

/** Most items of one transaction: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html */
const transactionLimit = 100;

/** A new site with some articles that readers can see. `countedDays` are the days whose counts were read. */
const aSite = async (visible: readonly number[]) => {
  sites += 1;
  const siteId = `site-${sites}`;
  const keys = visitKeys(siteId);
  const visits = visitStore(visitsTable, siteId, randomUUID);
  const reads = articleReadsStore(visitsTable, siteId);
  const store = statisticsStore(visitsTable, siteId);
  const countedDays: string[] = [];
  const lookups: string[] = [];
  const reader = readerStore(contentTable, siteId);
  const dependencies = {
    reads: {
      ...reads,
      countsOf: (day: string) => {
        countedDays.push(day);
        return reads.countsOf(day);
      },
    },
    reader: {
      listed: (ids: readonly string[], now: Date) => {
        lookups.push(...ids);
        return reader.listed(ids, now);
      },
    },
    store,
    onTruncated: () => expect.fail(),
  };
  await contentTable.write(
    visible.map((n) => ({
      put: { ...articleKeys(siteId).live(idOf(n)), ...aLiveArticle({ id: idOf(n) }) },
    })),
  );
  return {
    reads,
    countedDays,
    lookups,
    refresh: (now: Date) => refreshMostRead(dependencies, now),
    read: async (n: number, at: Date) => visits.count({ visit: randomUUID(), articles: [idOf(n)] }, at),
    lists: async () => (await store.mostRead()).mostRead,
    /** Counts written past the check that beacons make today. */
    async poison(day: string, ids: readonly string[], readers: number) {
      const writes: TableWrite[] = ids.map((id) => ({
        put: { ...keys.reads(day, id), [`a${id}`]: readers },
      }));
      for (let start = 0; start < writes.length; start += transactionLimit) {
        await visitsTable.write(writes.slice(start, start + transactionLimit));
      }
    },
  };
};

const noon = new Date('2026-11-24T12:00:00+07:00');
const daysBefore = (days: number, at = noon) => new Date(at.getTime() - days * 24 * 60 * 60_000);
const today = localDay(noon);

/** Reads in the order of their days, and after which of them the function runs. */
const histories = fc
  .array(fc.record({ daysAgo: fc.nat(33), article: fc.nat(5), isFollowedByRun: fc.boolean() }), {
    minLength: 1,
    maxLength: 15,
  })
  .map((reads) => reads.toSorted((a, b) => b.daysAgo - a.daysAgo));

test('the lists are those of all reads of 7 and 30 days, whenever the function ran', async () => {
  await fc.assert(
    fc.asyncProperty(histories, async (history) => {
      const visible = [0, 1, 2, 3];
      const site = await aSite(visible);
      for (const [index, { daysAgo, article, isFollowedByRun }] of history.entries()) {
        const at = new Date(daysBefore(daysAgo).getTime() + index);
        await site.read(article, at);
        if (isFollowedByRun) await site.refresh(at);
      }
      await site.refresh(new Date(noon.getTime() + 60_000));
      const expected = (days: number) =>
        visible
          .map((n) => ({
            article: idOf(n),
            readers: history.filter(({ article, daysAgo }) => article === n && daysAgo < days).length,
          }))
          .filter(({ readers }) => readers > 0)
          .sort((a, b) => b.readers - a.readers || (a.article < b.article ? 1 : -1));
      expect(await site.lists()).toEqual({ days7: expected(7), days30: expected(30) });
    }),
    { numRuns: 3 },
  );
});

describe('a run', () => {
  test('reads the counts of a closed day once, then those of today alone', async () => {
    const site = await aSite([1, 2]);
    await site.read(1, daysBefore(3));
    await site.read(2, noon);
    expect(await site.refresh(noon)).toBe('published');
    expect(site.countedDays).toHaveLength(30);
    site.countedDays.length = 0;
    await site.read(2, noon);
    expect(await site.refresh(new Date(noon.getTime() + 1))).toBe('published');
    expect(site.countedDays).toEqual([today]);
    expect((await site.lists()).days7).toEqual([
      { article: idOf(2), readers: 2 },
      { article: idOf(1), readers: 1 },
    ]);
  });

  test('looks nothing up and writes nothing when nothing was read since', async () => {
    const site = await aSite([1]);
    await site.read(1, noon);
    await site.refresh(noon);
    site.lookups.length = 0;
    expect(await site.refresh(new Date(noon.getTime() + 300_000))).toBe('unchanged');
    expect([site.countedDays.at(-1), site.lookups]).toEqual([today, []]);
  });

  test('leaves out what has left the window when the next day begins', async () => {
    const site = await aSite([1]);
    await site.read(1, daysBefore(29));
    await site.refresh(noon);
    expect((await site.lists()).days30).toHaveLength(1);
    await site.refresh(daysBefore(-1));
    expect((await site.lists()).days30).toEqual([]);
  });

  test('counts what is read in the last seconds of a day and written after midnight', async () => {
    const midnight = new Date('2026-11-25T00:00:00+07:00').getTime();
    const site = await aSite([1, 2]);
    await site.refresh(new Date(midnight + 30_000));
    await site.read(1, new Date(midnight - 1_000));
    await site.refresh(new Date(midnight + 5 * 60_000));
    expect((await site.lists()).days7).toEqual([{ article: idOf(1), readers: 1 }]);
    await site.read(1, new Date(midnight - 1_000));
    await site.refresh(new Date(midnight + 15 * 60_000));
    expect((await site.lists()).days7).toEqual([{ article: idOf(1), readers: 2 }]);
  });

  test('leaves the newest lists when several run at once', async () => {
    const site = await aSite([1]);
    await site.read(1, daysBefore(1));
    await Promise.all([3, 1, 4, 0, 2].map((ms) => site.refresh(new Date(noon.getTime() + ms))));
    expect((await site.lists()).days30).toEqual([{ article: idOf(1), readers: 1 }]);
    expect(await site.refresh(noon)).toBe('unchanged');
  });
});

describe('counts of ids that are no articles', () => {
  const invented = (from: number) => Array.from({ length: 400 }, (_, n) => idOf(from + n));

  test('fill neither the lists nor the ranking of a day', async () => {
    const site = await aSite([1, 2]);
    const yesterday = addDays(today, -1);
    await site.poison(today, invented(1_000), 9);
    await site.poison(yesterday, invented(2_000), 9);
    await site.read(2, daysBefore(1));
    await site.read(2, daysBefore(1));
    await site.read(1, noon);
    await site.refresh(noon);
    const expected = [
      { article: idOf(2), readers: 2 },
      { article: idOf(1), readers: 1 },
    ];
    expect(await site.lists()).toEqual({ days7: expected, days30: expected });
    expect(await site.reads.rankings([yesterday])).toEqual([{ [idOf(2)]: 2 }]);
  });

  test('are looked up within a bound', async () => {
    const site = await aSite([1]);
    for (const from of [1_000, 2_000, 3_000]) await site.poison(today, invented(from), 9);
    await site.read(1, noon);
    await site.refresh(noon);
    expect(site.lookups).toHaveLength(1_000);
    expect((await site.lists()).days7).toEqual([]);
  });
});

test('the ranking of a day is stored in one read unit, and expires', async () => {
  const site = await aSite(Array.from({ length: 100 }, (_, n) => n));
  const yesterday = addDays(today, -1);
  await site.poison(
    yesterday,
    Array.from({ length: 120 }, (_, n) => idOf(n)),
    99_999,
  );
  await site.refresh(noon);
  const { items } = await visitsTable.query({
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': visitKeys(`site-${sites}`).ranking(yesterday).pk },
  });
  const [ranking] = items;
  expect(Object.keys(ranking?.readers ?? {})).toHaveLength(100);
  expect(JSON.stringify(ranking).length).toBeLessThan(4_000);
  expect(ranking?.expiresAt).toBe(Date.parse('2027-12-28T00:00:00Z') / 1000);
});

test('reads at most twenty pages of a day', async () => {
  let pages = 0;
  const endless = {
    ...visitsTable,
    query: async () => {
      pages += 1;
      return { items: [{ [`a${idOf(pages)}`]: 1 }], lastKey: { pk: 'x', sk: 'x' } };
    },
  };
  const { counts, isTruncated } = await articleReadsStore(endless, 'site').countsOf(today);
  expect([pages, Object.keys(counts).length, isTruncated]).toEqual([20, 20, true]);
});
