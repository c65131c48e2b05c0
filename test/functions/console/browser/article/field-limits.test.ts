import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  bodyFullness,
  lengthOf,
  textFullness,
  titleFullness,
} from '../../../../../functions/console/browser/article/field-limits.ts';
import { articleContent } from '../../../../../shared/articles/content.ts';
import { contentLimits } from '../../../../../shared/articles/content-limits.ts';
import { content } from '../../../../support/staff-api.ts';

test.each([
  [0, 'ok', ''],
  [899, 'ok', ''],
  [900, 'near', 'Còn 100 ký tự.'],
  [1000, 'near', 'Còn 0 ký tự.'],
  [1001, 'over', 'Dài quá 1 ký tự; hãy rút bớt.'],
])('warns of %i of 1000 characters: %s', (length, level, sentence) => {
  expect(textFullness('a'.repeat(length), 1000)).toEqual({ level, sentence });
});

test.each([
  [120, 'ok'],
  [121, 'near'],
  [300, 'near'],
  [301, 'over'],
])('a title of %i characters is %s', (length, level) => {
  expect(titleFullness('a'.repeat(length)).level).toBe(level);
});

test.each([
  [269_999, 'ok'],
  [270_000, 'near'],
  [300_000, 'near'],
  [300_001, 'over'],
])('a body of %i bytes is %s', (bytes, level) => {
  expect(bodyFullness(bytes).level).toBe(level);
});

test('over is what the server refuses, and nothing else', () => {
  const texts = fc
    .tuple(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), fc.integer({ min: 1, max: 80 }))
    .map(([part, times]) => `a${`${part} `.repeat(times)}`);
  fc.assert(
    fc.property(texts, (title) => {
      const { success, error } = articleContent.safeParse(content({ title }));
      const isTooLong = error?.issues.some(({ message }) => message.startsWith('Dài quá')) ?? false;
      expect(titleFullness(title).level === 'over').toBe(isTooLong);
      if (success) expect(lengthOf(title)).toBeLessThanOrEqual(contentLimits.titleLength);
    }),
  );
});
