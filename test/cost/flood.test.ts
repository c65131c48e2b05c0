import { expect, test } from 'vitest';
import { wardThrottles } from '../../infra/api/throttles.ts';
import { prices } from '../bench/prices.ts';
import { floodBill } from './flood.ts';

const bill = floodBill(wardThrottles, prices.usd);
const of = (group: string) => bill.find((line) => line.group === group) ?? expect.fail();
const sum = (lines: typeof bill) => lines.reduce((all, { usd }) => all + usd, 0);

test('a flood of one route for a month stays below what a ward can pay by mistake', () => {
  for (const { usdPerRoute } of bill) expect(usdPerRoute).toBeLessThan(500);
});

test('a flood of every route for a month has a bound', () => {
  expect(sum(bill)).toBeLessThan(3_600);
});

test('doubling a rate doubles the bill of its group, and a burst adds nothing', () => {
  const { rateLimit } = wardThrottles.beacons;
  const doubled = floodBill(
    { ...wardThrottles, beacons: { rateLimit: 2 * rateLimit, burstLimit: 5_000 } },
    prices.usd,
  );
  expect(sum(doubled) - sum(bill)).toBeCloseTo(of('beacons').usd);
});

test('counts every route that strangers can call', () => {
  expect(of('beacons').routes).toBe(1);
  expect(of('heads').routes).toBeGreaterThan(20);
});
