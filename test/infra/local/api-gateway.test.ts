import { expect, test } from 'vitest';
import { apiGateway } from '../../../infra/local/api/api-gateway.ts';
import { claimsAsText, httpEvent, httpResponse } from '../../../infra/local/api/http-event.ts';
import { throttle } from '../../../infra/local/api/throttle.ts';
import { functionArn } from '../../../infra/local/template/local-references.ts';

const routed = {
  routeKey: 'POST /x',
  path: '/x',
  pathParameters: {},
  authorized: null,
  requestId: 'r',
  now: new Date('2026-01-01T00:00:00Z'),
};
const request = { method: 'POST', target: '/x?a=1&a=2&b=%20', headers: {}, body: Buffer.alloc(0) };

test('passes claims as strings, lists in brackets, objects as JSON, null not at all', () => {
  const claims = {
    many: ['a', 'b'],
    one: ['a'],
    none: [],
    text: 'a',
    exp: 5,
    ok: true,
    object: { a: 1 },
    null: null,
  };
  expect(claimsAsText(claims)).toEqual({
    many: '[a b]',
    one: '[a]',
    none: '[]',
    text: 'a',
    exp: '5',
    ok: 'true',
    object: '{"a":1}',
  });
});

test('decodes the query string and joins repeated parameters', () => {
  const event = httpEvent(request, routed);
  expect(event).toMatchObject({ rawPath: '/x', rawQueryString: 'a=1&a=2&b=%20' });
  expect(event.queryStringParameters).toEqual({ a: '1,2', b: ' ' });
});

test.each([
  ['application/json', '{"a":"ộ"}', false],
  ['application/octet-stream', Buffer.from('{"a":"ộ"}').toString('base64'), true],
])('passes a body of %s', (type, body, isBase64Encoded) => {
  const sent = { ...request, headers: { 'content-type': type }, body: Buffer.from('{"a":"ộ"}') };
  expect(httpEvent(sent, routed)).toMatchObject({ body, isBase64Encoded });
});

test('answers 500 for a malformed reply of a function', () => {
  expect(() => httpResponse({ body: 'no status' })).toThrow();
});

test.each(['/tin\r\nset-cookie: a=b', '/tin-tức', '\u0000', '\u007f'])(
  'answers 500 for a header value that is not printable ASCII: %j',
  (location) => {
    expect(() => httpResponse({ statusCode: 301, headers: { location }, body: '' })).toThrow();
  },
);

test('throttles each route by itself, by its own settings or the default ones', async () => {
  const answer = apiGateway({
    template: {
      exports: new Map(),
      parameters: new Map(),
      resources: [
        {
          id: 'Integration',
          Type: 'AWS::ApiGatewayV2::Integration',
          Properties: { IntegrationUri: functionArn('Function') },
        },
        ...['GET /a', 'GET /b', 'GET /c'].map((RouteKey) => ({
          id: RouteKey,
          Type: 'AWS::ApiGatewayV2::Route',
          Properties: { RouteKey, Target: 'integrations/Integration', AuthorizationType: 'NONE' },
        })),
        {
          id: 'Authorizer',
          Type: 'AWS::ApiGatewayV2::Authorizer',
          Properties: { JwtConfiguration: { Audience: [] } },
        },
        {
          id: 'Stage',
          Type: 'AWS::ApiGatewayV2::Stage',
          Properties: {
            DefaultRouteSettings: { ThrottlingRateLimit: 0.001, ThrottlingBurstLimit: 2 },
            RouteSettings: { 'GET /c': { ThrottlingRateLimit: 0.001, ThrottlingBurstLimit: 1 } },
          },
        },
      ].map((resource) => ({ ...resource, Metadata: {} })),
    },
    resolve: (value) => value,
    functions: new Map([['Function', { invoke: async () => ({ statusCode: 200 }) }]]),
    signer: { issuer: '', keys: { keys: [] } },
    isThrottled: true,
    log: () => undefined,
  });
  const statuses = [];
  for (const target of ['/a', '/a', '/a', '/b', '/b', '/b', '/c', '/c']) {
    statuses.push((await answer({ ...request, method: 'GET', target })).status);
  }
  expect(statuses).toEqual([200, 200, 429, 200, 200, 429, 200, 429]);
});

test('throttles by burst and rate', () => {
  const passes = throttle(10, 3);
  expect([0, 0, 0, 0].map((ms) => passes(ms))).toEqual([true, true, true, false]);
  expect([99, 100, 150].map((ms) => passes(ms))).toEqual([false, true, false]);
});
