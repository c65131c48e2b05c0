import { expect, test } from 'vitest';
import { edgeFunction } from '../../../infra/local/edge/edge-function.ts';
import { propertiesOf, templates } from '../../support/templates.ts';

const [, template] = templates[0] ?? [];
if (!template) throw new Error('There is a stage');
const [properties] = Object.values(propertiesOf(template, 'AWS::CloudFront::Function'));
const run = edgeFunction(String(properties?.FunctionCode));
const keyOf = (path: string, query = '') => run({ method: 'GET', path, query, headers: {} });

test('is valid for the CloudFront Functions runtime that it names', () => {
  expect(properties).toMatchObject({ FunctionConfig: { Runtime: 'cloudfront-js-2.0' }, AutoPublish: true });
  // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html#limits-functions
  expect(String(properties?.FunctionCode).length).toBeLessThan(10_000);
});

test.each([
  ['', ''],
  ['truoc=abc', 'truoc=abc'],
  ['utm_source=zalo&truoc=abc&fbclid=1', 'truoc=abc'],
  ['TRUOC=abc', 'truoc=abc'],
  ['truoc=abc&truoc=def', 'truoc=abc'],
  ['truoc=', ''],
  ['__proto__=1&constructor=2&hasOwnProperty=3', ''],
  ['truoc=abc;cursor=x', 'truoc=abc;cursor=x'],
  ['q=a&cursor=x&category=y', ''],
])('normalizes ?%s to ?%s', (query, expected) => {
  expect(keyOf('/', query).query).toBe(expected);
});

test.each([
  ['/api/articles', 'cursor=2&category=tin-tuc&q=a&truoc=b', 'category=tin-tuc&cursor=2'],
  ['/tim-kiem', 'trang=2&q=cho+hac+van&tu=&utm_source=zalo&truoc=b', 'q=cho+hac+van&trang=2'],
  ['/TIM-KIEM', 'Q=cho', 'q=cho'],
  ['/tim-kiem/goi-y.json', 'q=cho', 'q=cho'],
])('normalizes %s?%s to ?%s', (path, query, expected) => {
  expect(keyOf(path, query).query).toBe(expected);
});

test.each([
  ['/', '/index.html'],
  ['/TIN-TUC', '/tin-tuc'],
  ['/tin-tuc/a%2Fb', '/tin-tuc/a/b'],
  ['/%74in-t%2575c', '/tin-tuc'],
  ['/tin-tuc%3Fa', '/tin-tuc%3fa'],
  ['/H%E1%BB%8Dp', '/h%e1%bb%8dp'],
  ['/%E0%A4%A', '/%e0%a4%a'],
  ['/tin-tuc', '/tin-tuc'],
  ['/api/articles', '/api/articles'],
  ['/api/articles/x', '/api/articles/x'],
  ['/apis', '/apis'],
])('%s becomes %s', (path, expected) => {
  expect(keyOf(path).path).toBe(expected);
});

test.each([
  '/XEM-TRUOC/x',
  '/xem-truoc%2fx',
  '/xem-truoc%252fx',
  '/%78em-truoc/x',
  '//xem-truoc//x',
  '/API/visits',
  '/api%2Fvisits',
  '/api/articles/%2e%2e/visits',
  '/api',
])('%s, which another behavior answers without a cache, is no page', (path) => {
  expect(keyOf(path).path).toBe('/404.html');
});
