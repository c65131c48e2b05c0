import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateText, dateTimeText, weekdayText } from '../../../shared/pages/dates.ts';
import { compactText, numberText } from '../../../shared/pages/numbers.ts';

test.each([
  ['2021-10-22T01:05:00.000Z', '22/10/2021', '22/10/2021 08:05', 'Thứ Sáu, 22/10/2021'],
  // Midnight in Viet Nam is 17:00 of the day before in UTC.
  ['2026-02-16T16:59:59.999Z', '16/02/2026', '16/02/2026 23:59', 'Thứ Hai, 16/02/2026'],
  ['2026-02-16T17:00:00.000Z', '17/02/2026', '17/02/2026 00:00', 'Thứ Ba, 17/02/2026'],
  ['2026-12-31T17:00:00.000Z', '01/01/2027', '01/01/2027 00:00', 'Thứ Sáu, 01/01/2027'],
  ['2026-11-22T05:00:00.000Z', '22/11/2026', '22/11/2026 12:00', 'Chủ nhật, 22/11/2026'],
])('%s becomes %s', (instant, day, minute, weekday) => {
  expect(dateText(instant)).toBe(day);
  expect(dateTimeText(instant)).toBe(minute);
  expect(weekdayText(new Date(instant))).toBe(weekday);
});

const zone = { timeZone: 'Asia/Ho_Chi_Minh' };
const minute = new Intl.DateTimeFormat('sv-SE', { ...zone, dateStyle: 'short', timeStyle: 'short' });
const weekday = new Intl.DateTimeFormat('vi-VN', { ...zone, weekday: 'long' });

test('names the day, the minute and the weekday of any instant as Intl does', () => {
  const instant = fc.date({
    min: new Date('1976-01-01'),
    max: new Date('2100-01-01'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(instant, (at) => {
      const [day = '', time] = minute.format(at).split(' ');
      const text = day.split('-').toReversed().join('/');
      expect(dateTimeText(at)).toBe(`${text} ${time}`);
      expect(weekdayText(at).toLowerCase()).toBe(`${weekday.format(at)}, ${text}`.toLowerCase());
    }),
  );
});

const digits = new Intl.NumberFormat('vi-VN');
const compact = new Intl.NumberFormat('vi-VN', { notation: 'compact', maximumFractionDigits: 1 });

test('writes any number of visits as Intl does', () => {
  const numbers = fc.oneof(
    fc.nat(1e11),
    fc.tuple(fc.nat(99_999), fc.nat(6)).map(([n, zeros]) => n * 10 ** zeros),
  );
  fc.assert(
    fc.property(numbers, (number) => {
      expect(numberText(number)).toBe(digits.format(number));
      if (number >= 10_000) expect(compactText(number)).toBe(compact.format(number));
    }),
    { numRuns: 2_000 },
  );
});
