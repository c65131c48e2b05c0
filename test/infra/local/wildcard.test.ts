import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wildcard } from '../../../infra/local/wildcard.ts';

test.each([
  ['*', '', true],
  ['/images/*', '/images/a/b.webp', true],
  ['/images/*', '/image/a', false],
  ['/a?c', '/abc', true],
  ['/a?c', '/ac', false],
  ['a.b', 'axb', false],
  ['x#LIVE#*', 'x#LIVE#1\n2', true],
  ['LIVE', 'x-LIVE-y', false],
])('%s and %j', (pattern, text, isMatch) => {
  expect(wildcard(pattern).test(text)).toBe(isMatch);
});

test('a pattern without wildcards matches itself alone', () => {
  const plain = fc.string({ unit: 'binary-ascii' }).map((text) => text.replace(/[*?]/g, ''));
  fc.assert(
    fc.property(plain, plain, (pattern, text) => {
      expect(wildcard(pattern).test(pattern)).toBe(true);
      expect(wildcard(pattern).test(text)).toBe(text === pattern);
    }),
  );
});
