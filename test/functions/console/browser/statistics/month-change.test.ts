import { expect, test } from 'vitest';
import { changeInWords } from '../../../../../functions/console/browser/statistics/month-change.ts';

test.each([
  [120, 100, 'tăng 20 %'],
  [1125, 1000, 'tăng 12,5 %'],
  [50, 100, 'giảm 50 %'],
  [100, 100, 'không đổi'],
  [0, 7, 'giảm 100 %'],
  [5, 0, null],
  [5, null, null],
])('%i after %s: %s', (visits, before, words) => expect(changeInWords(visits, before)).toBe(words));
