import { expect, test } from 'vitest';
import {
  monthChoices,
  neighbours,
  parseMonth,
} from '../../../../../functions/console/browser/royalties/royalties-query.ts';

const today = '2026-11-28';

test.each([
  ['2026-10', '2026-10'],
  ['2026-11', '2026-11'],
  ['2026-12', '2026-11'],
  ['2026-13', '2026-11'],
  ['1899-01', '2026-11'],
  ['2026-1', '2026-11'],
  ['<script>', '2026-11'],
  [undefined, '2026-11'],
])('%s shows %s', (given, month) => {
  expect(parseMonth(given, today)).toBe(month);
});

test('offers two years, newest first, and an older month that is shown', () => {
  expect(monthChoices('2026-11', today)).toHaveLength(24);
  expect(monthChoices('2026-11', today)[0]).toBe('2026-11');
  expect(monthChoices('2019-02', today).slice(-2)).toEqual(['2024-12', '2019-02']);
});

test.each([
  ['2026-11', '2026-10', null],
  ['2025-12', '2025-11', '2026-01'],
])('%s is between %s and %s', (month, before, after) => {
  expect(neighbours(month, today)).toEqual({ before, after });
});
