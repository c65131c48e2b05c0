import fc from 'fast-check';
import { expect, test } from 'vitest';
import { axisTop, barsOf } from '../../../../../functions/console/browser/statistics/bars.ts';

test.each([
  [0, 1],
  [1, 1],
  [3, 4],
  [60, 60],
  [61, 80],
  [81, 100],
  [12_345, 20_000],
])('an axis for %i ends at %i', (largest, top) => expect(axisTop(largest)).toBe(top));

test('bars stay within the chart, in order, and few are named, the last always', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(10_000_000), { minLength: 1, maxLength: 60 }), (values) => {
      const { top, bars } = barsOf(values.map((value, index) => ({ name: String(index), value })));
      expect(top).toBeGreaterThanOrEqual(Math.max(...values));
      for (const [index, bar] of bars.entries()) {
        expect(bar.left).toBeGreaterThanOrEqual(index === 0 ? 0 : (bars[index - 1]?.left ?? 0));
        expect(bar.left + bar.width).toBeLessThanOrEqual(100);
        expect(bar.height).toBeLessThanOrEqual(100);
      }
      expect(bars.at(-1)?.isNamed).toBe(true);
      expect(bars.filter(({ isNamed }) => isNamed).length).toBeLessThanOrEqual(6);
    }),
  );
});

test('no values make no bars', () => expect(barsOf([])).toEqual({ top: 1, bars: [] }));
