import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changedTags } from '../../../functions/cache-invalidator/changed-tags.ts';
import { parseCacheControl } from '../../../infra/local/edge/cache-control.ts';
import { monthsOf } from '../../../shared/edge/cache-tags.ts';
import { cacheHeadersOf } from '../../../shared/edge/freshness.ts';

const cacheHeaders = cacheHeadersOf('hac-van');
const now = new Date('2026-11-24T05:00:00.000Z');
const partitionKey = 'hac-van#LIVE#1';
const inSeconds = (seconds: number) => new Date(now.getTime() + seconds * 1000).toISOString();

test('caches a page without a known change for a day, stale for a day while revalidating and a week on errors', () => {
  expect(cacheHeaders({ tags: ['site', 'a-1'] }, now)).toEqual({
    'cache-control': 'public, max-age=0, s-maxage=86400, stale-while-revalidate=86400, stale-if-error=604800',
    'cache-tag': 'hac-van:site,hac-van:a-1',
  });
});

test.each([
  [10, 's-maxage=10, stale-if-error'],
  [86_400 + 60, 's-maxage=86400, stale-while-revalidate=60, stale-if-error'],
])('expires with a change in %i seconds', (seconds, expected) => {
  const headers = cacheHeaders({ tags: [], changesAt: inSeconds(seconds) }, now);
  expect(headers['cache-control']).toContain(expected);
});

test('never exceeds the next known change', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -5, max: 300_000 }),
      fc.integer({ min: 1, max: 86_400 }),
      (seconds, freshSeconds) => {
        const headers = cacheHeaders({ tags: [], freshSeconds, changesAt: inSeconds(seconds + 0.5) }, now);
        const { fresh, revalidate } = parseCacheControl({ status: 200, headers, body: Buffer.alloc(0) });
        expect((fresh ?? 0) + revalidate).toBeLessThanOrEqual(Math.max(0, seconds));
      },
    ),
  );
});

describe('the months that tag an open list', () => {
  test.each([
    [
      'a full list of the newest',
      { oldest: '2026-10-02T00:00:00.000Z', newest: null },
      ['2026-10', '2026-11', '2026-12'],
    ],
    [
      'a page of older news',
      { oldest: '2026-08-30T00:00:00.000Z', newest: '2026-09-01T00:00:00.000Z' },
      ['2026-08', '2026-09'],
    ],
    [
      'the day that it is in Viet Nam',
      { oldest: '2026-10-31T17:00:00.000Z', newest: null },
      ['2026-11', '2026-12'],
    ],
  ])('%s', (_, range, expected) => {
    expect(monthsOf(range, now)).toEqual(expected);
  });

  test('tags two years for a list that is not full', () => {
    const months = monthsOf({ oldest: null, newest: null }, now);
    expect([months[0], months.at(-1), months.length]).toEqual(['2025-01', '2026-12', 24]);
  });
});

describe('the tags that a change invalidates', () => {
  const live = (fields: Record<string, unknown> = {}) => ({
    id: '1',
    category: 'tin-tuc',
    publishedAt: '2026-11-20T01:00:00.000Z',
    title: 'Tin',
    ...fields,
  });
  test.each([
    ['a publication', null, live(), ['l-2026-11', 'c-tin-tuc-2026-11']],
    ['a withdrawal', live(), null, ['a-1', 'l-2026-11']],
    ['other words', live(), live({ title: 'Khác' }), ['a-1', 'l-2026-11']],
    ['another time to withdraw', live(), live({ withdrawAt: '2027-01-01' }), ['a-1', 'l-2026-11']],
    [
      'another category',
      live(),
      live({ category: 'thong-bao' }),
      ['a-1', 'l-2026-11', 'c-thong-bao-2026-11'],
    ],
    [
      'another month',
      live(),
      live({ publishedAt: '2026-10-01T00:00:00.000Z' }),
      ['a-1', 'l-2026-11', 'l-2026-10', 'c-tin-tuc-2026-10'],
    ],
  ])('%s', (_, before, after, tags) => {
    expect(changedTags({ partitionKey, sortKey: 'LIVE', before, after })).toEqual(
      tags.map((tag) => `hac-van:${tag}`),
    );
  });

  test('include the whole site for settings', () => {
    expect(changedTags({ partitionKey, sortKey: 'SETTINGS', before: {}, after: {} })).toEqual([
      'hac-van:site',
    ]);
  });

  test('are none for drafts and revisions', () => {
    expect(changedTags({ partitionKey, sortKey: 'DRAFT', before: null, after: live() })).toEqual([]);
  });

  test('throws for a malformed article', () => {
    expect(() => changedTags({ partitionKey, sortKey: 'LIVE', before: null, after: { id: 1 } })).toThrow();
  });
});
