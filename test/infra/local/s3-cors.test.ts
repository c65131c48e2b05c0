import { expect, test } from 'vitest';
import { answerCors, type CorsRule } from '../../../infra/local/data/s3-cors.ts';

const portal = 'http://127.0.0.1:3000';
const rules: CorsRule[] = [
  { AllowedMethods: ['POST'], AllowedOrigins: [portal], AllowedHeaders: [], MaxAge: 60 },
  { AllowedMethods: ['GET'], AllowedOrigins: ['https://*.example'], AllowedHeaders: ['x-amz-*'] },
];
const preflight = (origin: string, method: string, headers?: string) =>
  answerCors(rules, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': method,
      ...(headers !== undefined && { 'access-control-request-headers': headers }),
    },
  }).status;

test.each([
  [portal, 'POST', undefined, 200],
  [portal, 'PUT', undefined, 403],
  [portal, 'POST', 'x-amz-acl', 403],
  ['https://127.0.0.1:3000', 'POST', undefined, 403],
  ['http://127.0.0.1:30000', 'POST', undefined, 403],
  ['null', 'POST', undefined, 403],
  ['https://a.example', 'GET', 'X-Amz-Date, x-amz-acl', 200],
  ['https://a.example', 'GET', 'authorization', 403],
  ['https://.example.other', 'GET', undefined, 403],
])('answers a preflight request from %s for %s with headers %s: %i', (origin, method, headers, status) => {
  expect(preflight(origin, method, headers)).toBe(status);
});

test('answers no preflight request without an origin, and none for a bucket without rules', () => {
  expect(answerCors(rules, { method: 'OPTIONS', headers: {} }).status).toBe(400);
  expect(answerCors([], { method: 'OPTIONS', headers: { origin: portal } }).status).toBe(403);
});

test('lets a page of an allowed origin read an answer, and of no other', () => {
  const answerTo = (origin: string) => answerCors(rules, { method: 'POST', headers: { origin } });
  expect(answerTo(portal).headers).toMatchObject({
    'access-control-allow-origin': portal,
    'access-control-max-age': '60',
  });
  expect(answerTo('https://other.example')).toEqual({ headers: {} });
});
