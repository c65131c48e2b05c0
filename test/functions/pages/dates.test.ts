import { expect, test } from 'vitest';
import { dateText, dateTimeText, weekdayText } from '../../../shared/pages/dates.ts';

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
