import fc from 'fast-check';
import { expect, test } from 'vitest';
import { routeTable } from '../../../infra/local/api/route-table.ts';

const keys = [
  '$default',
  'ANY /any',
  'GET /any',
  'GET /',
  'GET /{a}',
  'GET /x',
  'GET /{a}/{b}',
  'GET /x/{b}',
  'GET /{a}/y',
  'GET /files/{path+}',
];
const match = routeTable(keys.map((routeKey) => ({ routeKey })));

test.each([
  ['GET', '/', 'GET /', {}],
  ['GET', '/x', 'GET /x', {}],
  ['GET', '/z', 'GET /{a}', { a: 'z' }],
  ['GET', '/x/1', 'GET /x/{b}', { b: '1' }],
  ['GET', '/1/y', 'GET /{a}/y', { a: '1' }],
  ['GET', '/1/2', 'GET /{a}/{b}', { a: '1', b: '2' }],
  ['GET', '/x/y', 'GET /x/{b}', { b: 'y' }],
  ['GET', '/files/a/b', 'GET /files/{path+}', { path: 'a/b' }],
  ['GET', '/a b', 'GET /{a}', { a: 'a b' }],
  ['GET', '/%', 'GET /{a}', { a: '%' }],
  ['GET', '/any', 'GET /any', {}],
  ['PUT', '/any', 'ANY /any', {}],
  ['POST', '/x', '$default', {}],
  ['GET', '/x/', '$default', {}],
  ['GET', '//x', '$default', {}],
])('routes %s %s to %s', (method, path, routeKey, pathParameters) => {
  expect(match(method, path)).toEqual({ route: { routeKey }, pathParameters });
});

test('answers 404 without a default route', () => {
  expect(routeTable([{ routeKey: 'GET /x' }])('GET', '/y')).toBeNull();
});

test('accepts any path', () => {
  fc.assert(fc.property(fc.string(), (path) => match('GET', `/${path}`) !== null));
});
