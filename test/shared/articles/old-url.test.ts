import { expect, test } from 'vitest';
import { normalizeOldPath } from '../../../shared/articles/old-path.ts';
import { isOldUrl, oldUrl } from '../../../shared/articles/old-url.ts';
import { routes } from '../../../shared/routes.ts';

test.each([
  ['/2021/10/Hop-To.HTML', '/2021/10/hop-to.html'],
  ['https://cu.example/tin/h%E1%BB%8Dp', '/tin/họp'],
  ['/tin/HỌP'.normalize('NFD'), '/tin/họp'],
  ['/a%2Fb%23c', '/a/b#c'],
  ['/tin-tuc/hop-to-dan-pho', '/tin-tuc/hop-to-dan-pho'],
  ['/portal/api/1', '/portal/api/1'],
])('stores %s as the path that API Gateway hands over', (text, path) => {
  expect(oldUrl.parse(text)).toBe(path);
  expect(normalizeOldPath(path)).toBe(path);
});

test.each([
  ['an escape of an escape', '/100%25'],
  ['an escaped question mark', '/a%3Fb'],
  ['a control character', '/a%00b'],
  ['a line feed', '/a%0Ab'],
  ['a noncharacter', '/a%EF%BF%BEb'],
  ['invalid UTF-8', '/a%E0%A4'],
  ['another host', 'https://cu.example//evil.example'],
  ['half of a character', '/a\ud800'],
])('refuses an old address with %s', (_, text) => {
  expect(isOldUrl(text)).toBe(false);
});

const ours = routes
  .filter(({ route }) => /^GET \/([^{]|\{category\}\/rss)/.test(route))
  .map(({ route }) => route.slice('GET '.length).replace(/\{\w+\}/g, 'x'));

test.each([
  ...ours,
  '/.well-known/security.txt',
  '/%2Ewell-known/security.txt',
  '/x/../.well-known/x',
  '/images/x.jpg',
  '/admin/',
  '/XEM-TRUOC/x',
  '/tin-tuc/tin-01kb0000000000000000000000',
])('refuses %s, which is not for an article', (path) => {
  expect(isOldUrl(path)).toBe(false);
});
