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
  ['/tin-tuc/a%2Fb', '/tin-tuc/a%2fb'],
  ['/tin-tuc', '/tin-tuc'],
])('%s becomes %s', (path, expected) => {
  expect(keyOf(path).path).toBe(expected);
});
