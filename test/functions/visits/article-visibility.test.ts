import { expect, test } from 'vitest';
import { articleVisibility } from '../../../functions/visits/article-visibility.ts';
import { idOf } from '../../support/article-records.ts';
import { aFeedItem } from '../../support/site-fixture.ts';

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 24, 5, minutes));

/** Article visibility over a site with some articles; `lookups` are the ids that were read from the table, `calls` how many in each call. */
const aSite = (visible: readonly string[]) => {
  const lookups: string[] = [];
  const calls: number[] = [];
  const visibleOf = articleVisibility({
    listed: async (ids) => {
      lookups.push(...ids);
      calls.push(ids.length);
      return ids.filter((id) => visible.includes(id)).map((id) => ({ ...aFeedItem(0), id }));
    },
  });
  return { visibleOf, lookups, calls };
};

test('looks an article up once in five minutes while readers can see it', async () => {
  const { visibleOf, lookups } = aSite([idOf(1)]);
  for (const minutes of [0, 1, 4]) expect(await visibleOf([idOf(1)], at(minutes))).toEqual([idOf(1)]);
  expect(lookups).toEqual([idOf(1)]);
  await visibleOf([idOf(1)], at(6));
  expect(lookups).toHaveLength(2);
});

test('looks an article that readers cannot see up each time', async () => {
  const { visibleOf, lookups } = aSite([]);
  expect([await visibleOf([idOf(1)], at(0)), await visibleOf([idOf(1)], at(0))]).toEqual([[], []]);
  expect(lookups).toHaveLength(2);
});

test('a flood of invented ids displaces no article', async () => {
  const { visibleOf, lookups } = aSite([idOf(1)]);
  await visibleOf([idOf(1)], at(0));
  for (let n = 2; n < 2_000; n += 1) await visibleOf([idOf(n)], at(1));
  const before = lookups.length;
  expect(await visibleOf([idOf(1)], at(2))).toEqual([idOf(1)]);
  expect(lookups).toHaveLength(before);
});

test('knows at most a thousand articles at once, the last ones', async () => {
  const ids = Array.from({ length: 1_001 }, (_, n) => idOf(n));
  const { visibleOf, lookups } = aSite(ids);
  for (const id of ids) await visibleOf([id], at(0));
  await visibleOf([idOf(1_000)], at(1));
  expect(lookups).toHaveLength(1_001);
  await visibleOf([idOf(0)], at(1));
  expect(lookups).toHaveLength(1_002);
});

test('looks up what is unknown of several articles in one call, and keeps their order', async () => {
  const { visibleOf, calls } = aSite([idOf(1), idOf(2), idOf(4)]);
  await visibleOf([idOf(2)], at(0));
  expect(await visibleOf([idOf(4), idOf(3), idOf(2), idOf(1)], at(1))).toEqual([idOf(4), idOf(2), idOf(1)]);
  expect(await visibleOf([], at(1))).toEqual([]);
  expect(calls).toEqual([1, 3]);
});

test('leaves out an article that was withdrawn after it was known', async () => {
  const visible = [idOf(1), idOf(2)];
  const { visibleOf } = aSite(visible);
  await visibleOf(visible, at(0));
  visible.splice(0, 1);
  expect(await visibleOf([idOf(1), idOf(2)], at(6))).toEqual([idOf(2)]);
});
