import { describe, expect, test } from 'vitest';
import {
  chartRange,
  daysOfMonth,
  lastDays,
  parseMonthParameter,
  periodText,
  shortPeriodText,
} from '../../../../../functions/console/browser/statistics/periods.ts';

test('ranges of days', () => {
  expect(lastDays(7, '2026-03-02')).toEqual({ from: '2026-02-24', to: '2026-03-02' });
  expect(daysOfMonth('2028-02')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
});

test.each([
  ['day', '2026-10-30'],
  ['month', '2025-12-01'],
  ['year', '2017-01-01'],
] as const)('a chart by %s begins on %s', (period, from) => {
  expect(chartRange(period, '2026-11-28')).toEqual({ from, to: '2026-11-28' });
});

test('names of periods', () => {
  expect(['2026-11-05', '2026-11', '2026'].map(periodText)).toEqual(['05/11/2026', '11/2026', '2026']);
  expect(shortPeriodText('2026-11-05', 'day')).toBe('5/11');
  expect(shortPeriodText('2026-01', 'month')).toBe('1/26');
  expect(shortPeriodText('2026', 'year')).toBe('2026');
});

describe('the month of an address', () => {
  test.each(['2026-01', '1999-12'])('%s', (text) => expect(parseMonthParameter(text)).toBe(text));
  test.each(['2026-00', '2026-13', '2026', '2026-1', '0000-01', '2026-01-01', undefined])('not %s', (text) =>
    expect(parseMonthParameter(text)).toBeNull(),
  );
});
