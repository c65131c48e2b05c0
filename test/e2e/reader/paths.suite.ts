import { request } from 'node:http';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodedPath } from '../../../infra/local/api/decoded-path.ts';
import { httpEvent } from '../../../infra/local/api/http-event.ts';
import { routeTable } from '../../../infra/local/api/route-table.ts';
import type { HttpReply } from '../../../shared/http/event.ts';
import { overloadPath, routes } from '../../../shared/routes.ts';
import { staffApi } from '../../support/staff-api.ts';
import { useSharedPortal } from '../../support/use-portal.ts';

const portal = await useSharedPortal();
const { url: articlePath } = await staffApi(portal).published({ oldUrls: ['/cu/họp-tổ.aspx'] });

type Reply = { status: number; headers: [string, string][] };

/** The reply to a path exactly as given: `fetch` would normalize it. */
const get = (origin: string, path: string): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const sent = request(origin, { path, agent: false }, (reply) => {
      reply.resume().on('end', () => {
        const { statusCode: status = 0, rawHeaders } = reply;
        const headers = rawHeaders.flatMap((name, at): [string, string][] =>
          at % 2 ? [] : [[name, rawHeaders[at + 1] ?? '']],
        );
        resolve({ status, headers });
      });
    });
    sent.on('error', reject).end();
  });

/** All but the one whose every reply is a 503. */
const publicRoutes = routes.filter(
  ({ route, access }) => access === 'public' && !route.startsWith(`GET ${overloadPath}/`),
);
const reads = publicRoutes
  .filter(({ route }) => route.startsWith('GET '))
  .map(({ route }) => route.slice('GET '.length));
const match = routeTable(publicRoutes.map((route) => ({ ...route, routeKey: route.route })));

/** The reply of the bundle that answers a path, to the event of an HTTP API; null where API Gateway answers. */
const invoke = async (sent: string): Promise<Reply | null> => {
  const path = decodedPath(sent);
  const matched = path === null ? null : match('GET', path);
  if (path === null || !matched) return null;
  const { route, pathParameters } = matched;
  const event = httpEvent(
    {
      method: 'GET',
      target: sent,
      headers: { host: 'api.invalid', ...portal.originHeaders() },
      body: Buffer.alloc(0),
    },
    { routeKey: route.routeKey, path, pathParameters, authorized: null, requestId: 'r', now: new Date() },
  );
  const { statusCode = 0, headers = {} } = (await portal.functions[route.function].invoke(event)) as Exclude<
    HttpReply,
    string
  >;
  return {
    status: statusCode,
    headers: Object.entries(headers).map(([name, value]) => [name, String(value)]),
  };
};

const origin = 'https://hacvan.example';
/** Asserts that a reply is no error of ours, leads nowhere else, and has headers of printable ASCII. */
const assertHarmless = (sent: string, { status, headers }: Reply) => {
  const broken = headers.filter(([, value]) => !/^[\x20-\x7e]*$/.test(value));
  const leaving = headers.filter(
    ([name, value]) => name.toLowerCase() === 'location' && new URL(value, origin).origin !== origin,
  );
  expect({ sent, isError: status >= 500, broken, leaving }).toEqual({
    sent,
    isError: false,
    broken: [],
    leaving: [],
  });
};

const encode = (text: string, times: number) => {
  let encoded = text;
  for (let n = 0; n < times; n += 1) encoded = encoded.replace(/[^\w/-]/gu, encodeURIComponent);
  return encoded;
};
const characters = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));
const everywhere = [
  ...characters,
  '\u0085',
  '\u00a0',
  'ộ',
  '\u2028',
  '\ufeff',
  '\ufffe',
  '//',
  '/\\',
  '..',
  '%2f',
  '%5c',
  '%09',
];
/** Where a character can turn a redirect into another host's, a header into two, or a path into no path. */
const shapes = (at: string) => [`/${at}/evil.example/`, `/${at}evil.example/`, `/ngay/22/10/2021${at}/`];

const inBatches = async (paths: readonly string[], check: (path: string) => Promise<void>) => {
  for (let at = 0; at < paths.length; at += 20) await Promise.all(paths.slice(at, at + 20).map(check));
};

test('no character of a path makes an error, a redirect to another host or a broken header', async () => {
  const paths = everywhere.flatMap(shapes).flatMap((path) => [encode(path, 1), encode(path, 2)]);
  await inBatches(paths, async (path) => {
    const reply = await invoke(path);
    if (reply) assertHarmless(path, reply);
  });
});

test('nor do any characters on any public route, at the edge, at API Gateway and in the bundles', async () => {
  const text = fc.string({ unit: fc.constantFrom(...everywhere), minLength: 1, maxLength: 6 });
  const path = fc
    .tuple(
      fc.constantFrom(...reads, articlePath, '/cu/họp-tổ.aspx'),
      text,
      text,
      fc.constantFrom('', '/', '%2f'),
    )
    .map(([route, first, second, end]) => {
      const filled = route.replace(/\{\w+\}/, () => first).replace(/\{\w+\}/, () => second);
      return filled + end;
    });
  await fc.assert(
    fc.asyncProperty(path, fc.constantFrom(1, 2), async (decoded, times) => {
      const sent = encode(decoded, times);
      const replies = await Promise.all([get(portal.url, sent), get(portal.gatewayUrl, sent), invoke(sent)]);
      for (const reply of replies) if (reply) assertHarmless(sent, reply);
    }),
    { numRuns: 100 },
  );
});

test.each([
  ['/%09/evil.example/', 404, undefined],
  ['/%0d%0aset-cookie:%20a=b/', 404, undefined],
  ['/%0a', 404, undefined],
  ['/tin-tuc%2F', 301, '/tin-tuc'],
  ['/%5C%5Cevil.example/', 301, '/%5C%5Cevil.example'],
  ['//evil.example/', 301, '/evil.example'],
  ['/h%E1%BB%8Dp/', 301, '/h%E1%BB%8Dp'],
  ['/cu/H%E1%BB%8Dp-T%E1%BB%95.ASPX', 301, articlePath],
  ['/cu/h%25E1%25BB%258Dp-t%25E1%25BB%2595.aspx', 301, articlePath],
  [`/tin-tuc/kh%C3%A1c-${articlePath.slice(-26)}`, 301, articlePath],
  ['/%E0%A4%A', 400, undefined],
  ['/percent%25done', 400, undefined],
])('answers %s with %i', async (path, status, location) => {
  const reply = await get(portal.gatewayUrl, path);
  expect([reply.status, new Headers(reply.headers).get('location') ?? undefined]).toEqual([status, location]);
});
