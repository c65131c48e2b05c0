import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  added,
  galleryLimit,
  roomInWords,
} from '../../../../../functions/console/browser/images/gallery-list.ts';
import { gridMove } from '../../../../../functions/console/browser/images/grid-keys.ts';

const gallery = fc
  .uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), { maxLength: 70 })
  .map((ids) => ids.map((image) => ({ image, caption: `Chú thích ${image}` })));

test('adding pictures keeps the captions, adds none twice and stays within the limit', () => {
  fc.assert(
    fc.property(gallery, fc.array(fc.string({ minLength: 1, maxLength: 4 })), (items, ids) => {
      const before = items.slice(0, galleryLimit);
      const after = added(before, ids);
      expect(after.slice(0, before.length)).toEqual(before);
      expect(new Set(after.map(({ image }) => image)).size).toBe(after.length);
      expect(after.length).toBeLessThanOrEqual(galleryLimit);
      const everything = new Set([...before.map(({ image }) => image), ...ids]);
      expect(after.length).toBe(Math.min(galleryLimit, everything.size));
    }),
  );
});

test.each([
  [0, ''],
  [50, ''],
  [51, 'Còn chỗ cho 9 ảnh nữa (tối đa 60).'],
  [60, 'Bộ ảnh đã đủ 60 ảnh. Muốn thêm, hãy bỏ bớt ảnh.'],
])('says of a gallery of %i pictures how many more it takes', (count, sentence) => {
  expect(roomInWords(count)).toBe(sentence);
});

test.each([
  ['ArrowRight', 0, 1],
  ['ArrowDown', 1, 4],
  ['ArrowDown', 5, null],
  ['ArrowUp', 4, 1],
  ['ArrowUp', 1, null],
  ['ArrowLeft', 0, null],
  ['End', 2, 6],
  ['Home', 2, 0],
  ['Enter', 2, null],
])('%s leads from cell %i of seven in three columns to %s', (key, from, to) => {
  expect(gridMove(key, from, { count: 7, columns: 3 })).toBe(to);
});
