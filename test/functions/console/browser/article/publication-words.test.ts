import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  distanceInWords,
  momentInWords,
  parseLocalInput,
  publicationSentence,
  quickTimes,
  quickWithdrawals,
  toLocalInput,
} from '../../../../../functions/console/browser/article/publication-words.ts';

// Saturday, 09:00 in Viet Nam.
const now = new Date('2026-11-28T02:00:00Z');

test.each([
  ['2026-11-30T01:00:00Z', 'Đăng lúc 08:00 thứ Hai, 30/11/2026 (sau 1 ngày 23 giờ)'],
  ['2026-11-28T17:00:00Z', 'Đăng lúc 00:00 Chủ nhật, 29/11/2026 (sau 15 giờ)'],
  ['2026-11-28T02:45:00Z', 'Đăng lúc 09:45 thứ Bảy, 28/11/2026 (sau 45 phút)'],
])('says of %s: %s', (at, sentence) => {
  expect(publicationSentence(new Date(at), now)).toBe(sentence);
});

test.each([
  [0, 'ngay bây giờ'],
  [1, 'sau 1 phút'],
  [59, 'sau 59 phút'],
  [60, 'sau 1 giờ'],
  [61, 'sau 1 giờ 1 phút'],
  [24 * 60, 'sau 1 ngày'],
  [24 * 60 + 5, 'sau 1 ngày'],
  [51 * 60, 'sau 2 ngày 3 giờ'],
  [-90, 'cách đây 1 giờ 30 phút'],
])('says of %i minutes: %s', (minutes, words) => {
  expect(distanceInWords(new Date(now.getTime() + minutes * 60_000), now)).toBe(words);
});

test.each([
  '',
  'mai',
  '2026-02-31T08:00',
  '2026-11-30',
  '2026-11-30T24:00',
  '2026-13-01T08:00',
  '2026-11-30 08:00',
])('takes %j for no time', (value) => {
  expect(parseLocalInput(value)).toBeNull();
});

const instants = fc.date({ min: new Date('1976-01-01'), max: new Date('9998-12-31'), noInvalidDate: true });

describe('properties', () => {
  test('a time survives the field, to the minute, in the zone of Viet Nam', () => {
    fc.assert(
      fc.property(instants, (at) => {
        const value = toLocalInput(at);
        const minute = Math.floor(at.getTime() / 60_000) * 60_000;
        expect(parseLocalInput(value)?.getTime()).toBe(minute);
        expect(value).toBe(new Date(minute + 7 * 3_600_000).toISOString().slice(0, 16));
        expect(momentInWords(at)).toContain(value.slice(11));
      }),
    );
  });

  test('quick choices are in the future, in order, different, and at the time that their label says', () => {
    fc.assert(
      fc.property(instants, (at) => {
        const times = quickTimes(at);
        expect(times.length).toBeGreaterThanOrEqual(2);
        for (const [index, choice] of times.entries()) {
          expect(choice.at.getTime()).toBeGreaterThan(times[index - 1]?.at.getTime() ?? at.getTime());
          expect(toLocalInput(choice.at).slice(11)).toBe(choice.label.slice(-5));
          if (choice.label.startsWith('thứ Hai')) expect(momentInWords(choice.at)).toContain('thứ Hai');
        }
        for (const choice of quickWithdrawals(at)) expect(choice.at > at).toBe(true);
      }),
    );
  });
});

test.each([
  [
    'a Saturday',
    '2026-11-28T02:00:00Z',
    ['chiều nay 14:00', 'sáng mai 08:00', 'chiều mai 14:00', 'thứ Hai 08:00'],
  ],
  ['a Sunday evening', '2026-11-29T14:00:00Z', ['sáng mai 08:00', 'chiều mai 14:00']],
  [
    'a Monday',
    '2026-11-30T02:00:00Z',
    ['chiều nay 14:00', 'sáng mai 08:00', 'chiều mai 14:00', 'thứ Hai 08:00'],
  ],
])('offers on %s', (_, at, labels) => {
  expect(quickTimes(new Date(at)).map(({ label }) => label)).toEqual(labels);
});
