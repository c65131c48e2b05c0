import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { moved } from '../../../../../functions/console/browser/ui/moved.ts';

test('moving an item loses none, doubles none and keeps the order of the others', () => {
  const list = fc.uniqueArray(fc.string(), { maxLength: 20 });
  const place = fc.integer({ min: -2, max: 22 });
  fc.assert(
    fc.property(list, place, place, (items, from, to) => {
      const after = moved(items, from, to);
      const isPossible = items[from] !== undefined && items[to] !== undefined;
      if (isPossible) {
        expect(after[to]).toBe(items[from]);
        expect(after.toSpliced(to, 1)).toEqual(items.toSpliced(from, 1));
      } else expect(after).toEqual(items);
    }),
  );
});
