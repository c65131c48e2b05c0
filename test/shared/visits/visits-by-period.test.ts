import { expect, test } from 'vitest';
import { visitsByPeriod } from '../../../shared/visits/visits-by-period.ts';

const days = [
  { day: '2025-12-31', visits: 1 },
  { day: '2026-01-01', visits: 2 },
  { day: '2026-01-02', visits: 0 },
  { day: '2026-02-01', visits: 4 },
];

test('sums days by month and by year, in their order', () => {
  expect(visitsByPeriod(days, 'day')).toEqual(days);
  expect(visitsByPeriod(days, 'month')).toEqual([
    { day: '2025-12', visits: 1 },
    { day: '2026-01', visits: 2 },
    { day: '2026-02', visits: 4 },
  ]);
  expect(visitsByPeriod(days, 'year')).toEqual([
    { day: '2025', visits: 1 },
    { day: '2026', visits: 6 },
  ]);
});
