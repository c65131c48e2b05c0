import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localDay, monthOf } from '../../../shared/time/local-day.ts';
import { monthGrid } from '../../../shared/time/month-grid.ts';
import { parseDay, parseMonth } from '../../../shared/time/parse-date.ts';
import { dayRange, monthRange, monthsBetween } from '../../../shared/time/time-range.ts';

test.each([
  ['2021-10-22', '2021-10-22'],
  ['22/10/2021', '2021-10-22'],
  ['22-10-2021', '2021-10-22'],
  ['2.3.2021', '2021-03-02'],
  ['2021/3/2', '2021-03-02'],
  ['29/02/2024', '2024-02-29'],
  ['29/02/2023', null],
  ['31/02/2021', null],
  ['0000-00-00', null],
  ['0000-01-01', null],
  ['2021-13-01', null],
  ['2021-10', null],
  ['20211022', null],
  ['hôm qua', null],
  ['2021-10-22T00:00', null],
  ['', null],
])('parses the day %j as %j', (text, expected) => {
  expect(parseDay(text)).toBe(expected);
});

test.each([
  ['2021-10', '2021-10'],
  ['10/2021', '2021-10'],
  ['3-2021', '2021-03'],
  ['2021-13', null],
  ['0000-01', null],
  ['2021-10-22', null],
  ['2021', null],
])('parses the month %j as %j', (text, expected) => {
  expect(parseMonth(text)).toBe(expected);
});

test('begins a day at midnight in Viet Nam', () => {
  expect(dayRange('2021-10-22')).toEqual({
    from: '2021-10-21T17:00:00.000Z',
    to: '2021-10-22T17:00:00.000Z',
  });
  expect(monthRange('2024-02')).toEqual({ from: '2024-01-31T17:00:00.000Z', to: '2024-02-29T17:00:00.000Z' });
});

test('lists the months between two, across years', () => {
  expect(monthsBetween('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
  expect(monthsBetween('2026-02', '2026-02')).toEqual(['2026-02']);
  expect(monthsBetween('2026-03', '2026-02')).toEqual([]);
});

describe('for any instant', () => {
  const instant = fc.date({
    min: new Date('1990-01-01'),
    max: new Date('2100-01-01'),
    noInvalidDate: true,
  });

  test('is within its day, and the day within its month', () => {
    fc.assert(
      fc.property(instant, (at) => {
        const day = dayRange(localDay(at));
        const month = monthRange(monthOf(localDay(at)));
        expect(day.from <= at.toISOString() && at.toISOString() < day.to).toBe(true);
        expect(month.from <= day.from && day.to <= month.to).toBe(true);
      }),
    );
  });

  test('appears once in the grid of its month, in its column', () => {
    fc.assert(
      fc.property(instant, (at) => {
        const month = monthOf(localDay(at));
        const weeks = monthGrid(month);
        const days = weeks.flat().filter((day) => day !== null);
        expect(days.map((day) => Number(day.slice(-2)))).toEqual(days.map((_, index) => index + 1));
        expect(new Date(`${month}-01T00:00:00Z`).getUTCMonth() + 1).toBe(Number(month.slice(5)));
        for (const week of weeks) {
          for (const [column, day] of week.entries()) {
            if (day) expect((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7).toBe(column);
          }
        }
      }),
    );
  });
});
