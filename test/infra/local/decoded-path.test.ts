import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodedPath } from '../../../infra/local/api/decoded-path.ts';

test.each([
  ['/plain', '/plain'],
  ['/space%20value', '/space value'],
  ['/question%3Fvalue', '/question'],
  ['/percent%25done', null],
  ['/hash%23value', '/hash#value'],
  ['/slash%2Fvalue', '/slash/value'],
  ['/unicode-%CE%BB-%E4%B8%96%E7%95%8C', '/unicode-λ-世界'],
  ['/literal%252Fvalue', '/literal/value'],
  ['/literal%253Fvalue', '/literal?value'],
  ['/literal%2525value', '/literal%value'],
])('hands %s over as API Gateway did when it was captured', (sent, path) => {
  expect(decodedPath(sent)).toBe(path);
});

test.each([
  ['an unfinished escape', '/%E0%A4%A', null],
  ['invalid UTF-8', '/%E0%A4x', '/\ufffdx'],
  ['a plus sign', '/a+b', '/a+b'],
  ['several slashes', '//a//', '//a//'],
])('reads %s', (_, sent, path) => {
  expect(decodedPath(sent)).toBe(path);
});

test('hands over what was encoded twice', () => {
  const text = fc.string({ unit: 'grapheme' });
  fc.assert(
    fc.property(text, (path) => {
      expect(decodedPath(encodeURIComponent(encodeURIComponent(path)))).toBe(path);
    }),
  );
});
