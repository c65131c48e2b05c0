import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  accountNameLimits,
  accountNamePattern,
  accountNamesFor,
  foldedAccountName,
} from '../../../shared/people/account-name.ts';

const first = (fullName: string, count = 1) => [...accountNamesFor(fullName).take(count)];

test.each([
  ['Trần Thị Lan', 'lan.tran'],
  ['TRẦN THỊ LAN', 'lan.tran'],
  ['Trần Thị Lan'.normalize('NFD'), 'lan.tran'],
  ['Đỗ Văn Ý', 'y.do'],
  ['Nguyễn  Hoàng-Anh', 'anh.nguyen'],
  ['Lan', 'lan'],
  ['Y Ban', 'ban.y'],
  ['Ý', 'thanh.vien'],
  ['王', 'thanh.vien'],
  ['', 'thanh.vien'],
])('%s is called %s', (fullName, name) => {
  expect(first(fullName)).toEqual([name]);
});

test('numbers the names of people who are called alike', () => {
  expect(first('Trần Lân', 3)).toEqual(['lan.tran', 'lan.tran2', 'lan.tran3']);
});

test('makes valid names of any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (fullName) => {
      for (const name of accountNamesFor(fullName).take(120)) {
        expect(name).toMatch(accountNamePattern);
        expect(name.length).toBeGreaterThanOrEqual(accountNameLimits.min);
        expect(name.length).toBeLessThanOrEqual(accountNameLimits.max);
      }
    }),
    { numRuns: 50 },
  );
});

test.each([['lân.trần'], ['LAN.TRAN'], ['lan-tran'], ['lantran']])(
  '%s could be taken for lan.tran',
  (name) => {
    expect(foldedAccountName(name)).toBe(foldedAccountName('lan.tran'));
  },
);
