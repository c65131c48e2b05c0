import { expect, test } from 'vitest';
import { missesByQuery } from '../../../shared/visits/misses-by-query.ts';
import { missLimit, searchMissesStore } from '../../../shared/visits/search-misses-store.ts';
import { aVisitsTable } from '../../support/use-table.ts';

const table = await aVisitsTable();

test('counts by day and query, and sums them', async () => {
  const misses = searchMissesStore(table, 'sums');
  for (const query of ['ho khau', 'ho khau', 'can cuoc']) await misses.count('2026-11-24', query);
  await misses.count('2026-11-25', 'can cuoc');
  await misses.count('2026-11-25', 'can cuoc');
  await misses.count('2026-11-26', 'outside');
  const days = await misses.list({ from: '2026-11-24', to: '2026-11-25' });
  expect(days).toEqual([
    { day: '2026-11-24', queries: { 'ho khau': 2, 'can cuoc': 1 } },
    { day: '2026-11-25', queries: { 'can cuoc': 2 } },
  ]);
  expect(missesByQuery(days)).toEqual([
    { query: 'can cuoc', times: 3, lastDay: '2026-11-25' },
    { query: 'ho khau', times: 2, lastDay: '2026-11-24' },
  ]);
});

test('a full day takes no further query, and still counts those that it has', async () => {
  const misses = searchMissesStore(table, 'full');
  for (let n = 0; n < missLimit; n += 1) expect(await misses.count('2026-11-24', `query ${n}`)).toBe(true);
  expect(await misses.count('2026-11-24', 'one more')).toBe(false);
  expect(await misses.count('2026-11-24', 'query 7')).toBe(true);
  const [day] = await misses.list({ from: '2026-11-24', to: '2026-11-24' });
  expect(Object.keys(day?.queries ?? {})).toHaveLength(missLimit);
  expect(day?.queries['query 7']).toBe(2);
});
