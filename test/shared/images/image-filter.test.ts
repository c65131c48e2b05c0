import { expect, test } from 'vitest';
import { imageTest } from '../../../shared/images/image-filter.ts';
import { imageStore } from '../../../shared/images/image-store.ts';
import { anImage } from '../../support/image-fixture.ts';

test('leaves nothing out without words, name and state', () => {
  expect(imageTest({})).toBeNull();
  expect(imageTest({ words: ' … ' })).toBeNull();
});

test('reads at most 1,000 images for one page, and says where it stopped', async () => {
  const all = Array.from({ length: 2_500 }, (_, n) => ({
    ...anImage(1, { alt: n === 1_199 ? 'Hiếm' : 'Thường' }),
    imagePosition: `2026-03-01T01:00:00.000Z#${String(9_999 - n).padStart(26, '0')}`,
  }));
  let read = 0;
  const query = async (asked: { ExpressionAttributeValues?: Record<string, unknown>; Limit?: number }) => {
    const before = asked.ExpressionAttributeValues?.[':before'] as string | undefined;
    const rest = all.filter(({ imagePosition }) => before === undefined || imagePosition < before);
    const items = rest.slice(0, asked.Limit);
    read += items.length;
    return { items, lastKey: items.length < rest.length ? { pk: 'p' } : undefined };
  };
  const table = { query } as unknown as Parameters<typeof imageStore>[0];
  const images = imageStore(table, 'a', () => ({ put: {} }));
  const isWanted = imageTest({ words: 'hiem' });
  const first = await images.list({ before: null, limit: 20, isWanted });
  expect([first.items.length, read]).toEqual([0, 1_000]);
  const second = await images.list({ before: first.next, limit: 20, isWanted });
  expect([second.items.length, read]).toEqual([1, 2_000]);
  const third = await images.list({ before: second.next, limit: 20, isWanted });
  expect([third.items.length, third.next, read]).toEqual([0, null, 2_500]);
});
