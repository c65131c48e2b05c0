import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../../shared/time/local-day.ts';
import {
  advanceTo,
  emptyTally,
  lastMonths,
  noOpeningBalance,
  sumTallies,
  type Tally,
  totalsAt,
} from '../../../shared/visits/tally.ts';

const aTally = (fields: Partial<Tally> = {}): Tally => ({
  ...emptyTally('2026-11-24'),
  today: 3,
  month: 40,
  total: 1000,
  months: { '2026-10': 300 },
  ...fields,
});
const noonOf = (day: string) => new Date(`${day}T05:00:00Z`);

test.each([
  ['the same day', '2026-11-24', { today: 3, month: 40, months: { '2026-10': 300 } }],
  ['an earlier day', '2026-11-23', { day: '2026-11-24', today: 3, month: 40 }],
  ['the next day', '2026-11-25', { today: 0, month: 40, months: { '2026-10': 300 } }],
  ['the next month', '2026-12-01', { today: 0, month: 0, months: { '2026-10': 300, '2026-11': 40 } }],
  ['a month a year later', '2027-10-01', { today: 0, month: 0, months: { '2026-11': 40 } }],
  ['a month long after', '2030-01-01', { today: 0, month: 0, months: {} }],
])('advances a tally to %s', (_, day, expected) => {
  expect(advanceTo(aTally(), day)).toMatchObject({ ...expected, total: 1000 });
});

test('advancing day by day gives the same tally as advancing at once', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 80 }), { maxLength: 8 }), (gaps) => {
      const days: string[] = [];
      for (const gap of gaps) days.push(addDays(days.at(-1) ?? '2026-11-24', gap));
      expect(days.reduce(advanceTo, aTally())).toEqual(advanceTo(aTally(), days.at(-1) ?? '2026-11-24'));
    }),
  );
});

test('sums shards on the newest day, in any order', () => {
  const shards = [
    aTally(),
    aTally({ day: '2026-12-02', since: '2025-01-01', today: 1, month: 2 }),
    emptyTally('2026-12-01'),
  ];
  const sum = sumTallies(shards, '2026-12-02');
  expect(sum).toEqual({
    since: '2025-01-01',
    day: '2026-12-02',
    today: 1,
    month: 2,
    total: 2000,
    months: { '2026-10': 600, '2026-11': 40 },
    minutes: {},
  });
  expect(sumTallies(shards.toReversed(), '2026-12-02')).toEqual(sum);
  expect(sumTallies([], '2026-12-02')).toBeNull();
});

test('adds the opening balance to the total, and shows its first day', () => {
  expect(totalsAt(null, noOpeningBalance, noonOf('2026-11-24'))).toEqual({
    total: 0,
    today: 0,
    month: 0,
    online: 0,
    since: null,
  });
  const opening = { visits: 12_000_000, since: '2015-03-01' };
  expect(totalsAt(aTally(), opening, noonOf('2026-11-25'))).toEqual({
    total: 12_001_000,
    today: 0,
    month: 40,
    online: 0,
    since: '2015-03-01',
  });
});

test('lists the last twelve months, with null before counting began', () => {
  const months = lastMonths(aTally({ since: '2026-09-30' }), noonOf('2026-11-24'));
  expect(months).toHaveLength(12);
  expect(months.at(-1)).toEqual({ month: '2026-11', visits: 40 });
  expect(months.slice(0, 2)).toEqual([
    { month: '2025-12', visits: null },
    { month: '2026-01', visits: null },
  ]);
  expect(months.slice(-3, -1)).toEqual([
    { month: '2026-09', visits: 0 },
    { month: '2026-10', visits: 300 },
  ]);
});
