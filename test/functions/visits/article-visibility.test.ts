import { expect, test } from 'vitest';
import { articleVisibility } from '../../../functions/visits/article-visibility.ts';
import { idOf } from '../../support/article-records.ts';
import { aFeedItem } from '../../support/site-fixture.ts';

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 24, 5, minutes));

/** Article visibility over a site with some articles; `lookups` are the ids that were read from the table. */
const aSite = (visible: readonly string[]) => {
  const lookups: string[] = [];
  const isVisible = articleVisibility({
    listed: async (ids) => {
      lookups.push(...ids);
      return ids.filter((id) => visible.includes(id)).map((id) => ({ ...aFeedItem(0), id }));
    },
  });
  return { isVisible, lookups };
};

test('looks an article up once in five minutes while readers can see it', async () => {
  const { isVisible, lookups } = aSite([idOf(1)]);
  for (const minutes of [0, 1, 4]) expect(await isVisible(idOf(1), at(minutes))).toBe(true);
  expect(lookups).toEqual([idOf(1)]);
  await isVisible(idOf(1), at(6));
  expect(lookups).toHaveLength(2);
});

test('looks an article that readers cannot see up each time', async () => {
  const { isVisible, lookups } = aSite([]);
  expect([await isVisible(idOf(1), at(0)), await isVisible(idOf(1), at(0))]).toEqual([false, false]);
  expect(lookups).toHaveLength(2);
});

test('a flood of invented ids displaces no article', async () => {
  const { isVisible, lookups } = aSite([idOf(1)]);
  await isVisible(idOf(1), at(0));
  for (let n = 2; n < 2_000; n += 1) await isVisible(idOf(n), at(1));
  const before = lookups.length;
  expect(await isVisible(idOf(1), at(2))).toBe(true);
  expect(lookups).toHaveLength(before);
});

test('knows at most a thousand articles at once, the last ones', async () => {
  const ids = Array.from({ length: 1_001 }, (_, n) => idOf(n));
  const { isVisible, lookups } = aSite(ids);
  for (const id of ids) await isVisible(id, at(0));
  await isVisible(idOf(1_000), at(1));
  expect(lookups).toHaveLength(1_001);
  await isVisible(idOf(0), at(1));
  expect(lookups).toHaveLength(1_002);
});
