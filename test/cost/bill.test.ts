import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alwaysFree, edgePlans, prices } from '../bench/prices.ts';
import { billOf, billWithPlan, totalOf, type Usage, usageOfMonth } from './bill.ts';

const { usd } = prices;

test('a month uses what its views use, what readers need whatever their number, and what runs without them', () => {
  const portal = {
    perView: { edgeRequest: 2 },
    perMonthWithReaders: { edgeRequest: 10, apiRequest: 5 },
    perMonth: { functionRequest: 7 },
  };
  expect(usageOfMonth(portal, 100)).toMatchObject({ edgeRequest: 210, apiRequest: 5, functionRequest: 7 });
  expect(usageOfMonth(portal, 0)).toMatchObject({ edgeRequest: 0, apiRequest: 0, functionRequest: 7 });
});

test('an allowance is taken from its own line, and from nothing below zero', () => {
  const usage: Usage = { edgeRequest: 11e6, edgeGigabyte: 1, writeUnit: 1e6 };
  const bill = billOf(usage, usd, alwaysFree);
  expect(bill).toMatchObject({ edgeRequest: 1e6 * usd.edgeRequest, edgeGigabyte: 0, writeUnit: 0.625 });
  expect(totalOf(bill)).toBeCloseTo(1.2 + 0.625);
});

test.each([
  [{ edgeRequest: 1e6, edgeGigabyte: 100 }, 'Free', 0],
  [{ edgeRequest: 1e6 + 1, edgeGigabyte: 1 }, 'Pro', 15],
  [{ edgeRequest: 1, edgeGigabyte: 101 }, 'Pro', 15],
  [{ edgeRequest: 125e6, edgeGigabyte: 1 }, 'Business', 200],
])('%j needs the plan %s', (usage, plan, planUsd) => {
  expect(billWithPlan({ ...usage, writeUnit: 1e6 }, usd)).toEqual({ plan, usd: planUsd + 0.625 });
});

test('no plan is enough for a billion requests', () => {
  expect(billWithPlan({ edgeRequest: 1e9 }, usd)).toBeNull();
});

test('allowances never raise a bill, and more traffic never lowers one', () => {
  const views = fc.integer({ min: 0, max: 1e9 });
  const portal = { perView: { edgeRequest: 2, edgeGigabyte: 2e-5 }, perMonthWithReaders: {}, perMonth: {} };
  fc.assert(
    fc.property(views, views, (some, more) => {
      const [less, all] = [some, some + more].map((count) => usageOfMonth(portal, count)) as [Usage, Usage];
      expect(totalOf(billOf(less, usd, alwaysFree))).toBeLessThanOrEqual(totalOf(billOf(less, usd)));
      expect(totalOf(billOf(all, usd))).toBeGreaterThanOrEqual(totalOf(billOf(less, usd)));
    }),
  );
});

test('plans are in the order of their prices and of their allowances', () => {
  const sorted = [...edgePlans].sort((a, b) => a.usd - b.usd || a.requests - b.requests);
  expect(edgePlans).toEqual(sorted);
});
