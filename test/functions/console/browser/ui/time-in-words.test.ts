import { expect, test } from 'vitest';
import { timeInWords } from '../../../../../functions/console/browser/ui/time-in-words.ts';

// A Saturday.
const now = new Date('2026-11-28T14:03:00+07:00');

test.each([
  ['2026-11-28T14:03:00+07:00', '14:03'],
  ['2026-11-28T00:00:00+07:00', '00:00'],
  ['2026-11-27T23:59:59+07:00', 'hôm qua 23:59'],
  ['2026-11-29T00:00:00+07:00', 'ngày mai 00:00'],
  ['2026-11-30T08:00:00+07:00', 'thứ Hai 08:00'],
  ['2026-11-22T08:00:00+07:00', 'Chủ nhật 08:00'],
  ['2026-12-04T08:00:00+07:00', 'thứ Sáu 08:00'],
  ['2026-12-05T08:00:00+07:00', '05/12/2026 08:00'],
  ['2026-11-21T08:00:00+07:00', '21/11/2026 08:00'],
])('says %s as "%s"', (at, words) => {
  expect(timeInWords(new Date(at), now)).toBe(words);
});
