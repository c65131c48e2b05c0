import { expect, test } from 'vitest';
import { sanitizeBody } from '../../../../../functions/articles/sanitize-body.ts';
import {
  isKeptAddress,
  isVagueLinkText,
  readAddress,
} from '../../../../../functions/console/browser/editor/link-address.ts';

const origin = 'https://phuong.example';

test.each([
  ['https://chinhphu.vn/van-ban?a=1#b', 'https://chinhphu.vn/van-ban?a=1#b'],
  [' http://chinhphu.vn ', 'http://chinhphu.vn'],
  ['www.chinhphu.vn', 'https://www.chinhphu.vn'],
  ['chinhphu.vn/van-ban', 'https://chinhphu.vn/van-ban'],
  ['https://phuong.example/thong-bao?q=1', '/thong-bao?q=1'],
  ['https://phuong.example', '/'],
  ['phuong.example/thong-bao', '/thong-bao'],
  ['/thong-bao', '/thong-bao'],
  ['#muc-2', '#muc-2'],
  ['vanphong@hacvan.example.vn', 'mailto:vanphong@hacvan.example.vn'],
  ['mailto:a@b.vn', 'mailto:a@b.vn'],
  ['tel:+842412345678', 'tel:+842412345678'],
])('takes %j for %j, which the sanitizer keeps', (typed, href) => {
  expect(readAddress(typed, origin)).toEqual({ href });
  expect(sanitizeBody(`<a href="${href}">a</a>`).removed).toEqual([]);
});

test.each([
  '',
  'abc',
  '//example.com',
  '/\\example.com',
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  'java\tscript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'file:///C:/a.doc',
  'https://',
])('refuses %j with a sentence', (typed) => {
  expect(readAddress(typed, origin)).toEqual({ problem: expect.stringMatching(/\.$|van-ban$/) });
});

test.each([
  'https://example.com',
  '/a',
  'a b.html',
  '#x',
  'tel:1',
  'HTTPS://x',
  'javascript:x',
  ' java\nscript:x',
  'data:x',
  '//example.com',
  '\\\\example.com',
  'ftp://x',
])('agrees with the sanitizer on %j', (address) => {
  const { body } = sanitizeBody(`<a href="${address}">a</a>`);
  expect(isKeptAddress(address)).toBe(body.includes('href'));
});

test.each<[string, boolean]>([
  ['tại đây', true],
  ['Xem tại đây', true],
  ['ở đây.', true],
  ['bấm vào đây', true],
  ['xem thêm', true],
  ['here', true],
  ['Kế hoạch số 12', false],
  ['Danh sách tại đây là đầy đủ', false],
  ['Xem chi tiết Kế hoạch số 12', false],
])('knows whether %j says where it leads', (text, isVague) => {
  expect(isVagueLinkText(text)).toBe(isVague);
});
