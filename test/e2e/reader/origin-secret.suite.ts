import { expect, test } from 'vitest';
import { rotationSteps } from '../../../infra/tools/rotate/rotation-steps.ts';
import { originSecretHeader } from '../../../shared/http/origin-secret.ts';
import { type FunctionName, routes } from '../../../shared/routes.ts';
import { useSharedPortal } from '../../support/use-portal.ts';

const portal = await useSharedPortal();

/** A request that each function answers to anyone, or refuses for want of a token before it reaches the function. */
const pathsOf: Partial<Record<FunctionName, string>> = {
  pages: '/',
  feeds: '/robots.txt',
  search: '/api/search?q=a',
  console: '/quan-tri/index.html',
  visits: '/api/visits',
  articles: '/xem-truoc/x',
  'site-admin': '/api/openapi.json',
};
const publicFunctions = new Set(
  routes.filter(({ access }) => access === 'public').map((route) => route.function),
);
const statusAtBareGateway = async (path: string, headers: Record<string, string> = {}) =>
  (await fetch(portal.bareGatewayUrl + path, { headers })).status;

test('every function that answers strangers refuses who does not come through the distribution', async () => {
  expect(new Set(Object.keys(pathsOf))).toEqual(publicFunctions);
  for (const path of Object.values(pathsOf)) {
    const reply = await fetch(portal.bareGatewayUrl + path);
    expect([path, reply.status, reply.headers.get('content-type')]).toEqual([
      path,
      403,
      'application/problem+json; charset=utf-8',
    ]);
    expect(await reply.json()).toMatchObject({ code: 'forbidden' });
    expect([path, await statusAtBareGateway(path, portal.originHeaders())]).toEqual([
      path,
      path === pathsOf.articles ? 404 : 200,
    ]);
  }
});

test('refuses staff there too', async () => {
  const authorization = `Bearer ${await portal.token('admin')}`;
  const path = '/api/admin/settings';
  expect(await statusAtBareGateway(path, { authorization })).toBe(403);
  expect(await statusAtBareGateway(path, { authorization, ...portal.originHeaders() })).toBe(200);
});

test.each(['', 'x', `${'0'.repeat(8)}-0000-0000-0000-${'0'.repeat(12)}.`])(
  'takes "%s" for no secret, and a reader cannot replace what the distribution sends',
  async (value) => {
    const headers = { [originSecretHeader]: value };
    expect(await statusAtBareGateway('/', headers)).toBe(403);
    expect((await fetch(`${portal.url}/api/search?q=a`, { headers })).status).toBe(200);
  },
);

test('replaces the secret while requests are under way, and none is refused', async () => {
  const paths = ['/api/search?q=a', '/thang', '/api/openapi.json'];
  const statuses = new Map<number, number>();
  let isRotating = true;
  const send = async () => {
    for (let n = 0; isRotating; n += 1) {
      const reply = await fetch(portal.url + paths[n % paths.length], { redirect: 'manual' });
      await reply.arrayBuffer();
      statuses.set(reply.status, (statuses.get(reply.status) ?? 0) + 1);
    }
  };
  const sending = Promise.all(Array.from({ length: 4 }, send));
  const former = portal.originHeaders();
  const outcomes: number[] = [];
  let count = 0;
  const newSecret = () => {
    count += 1;
    return `rotated-${count}`;
  };
  for (const { parameters } of rotationSteps(0, newSecret)) {
    portal.setParameters(parameters);
    outcomes.push(await statusAtBareGateway('/api/search?q=a', former));
  }
  isRotating = false;
  await sending;
  expect([...statuses.keys()].sort()).toEqual([200, 302]);
  expect(outcomes).toEqual([200, 200, 403]);
  expect(portal.originHeaders()).not.toEqual(former);
  expect(await statusAtBareGateway('/api/search?q=a', portal.originHeaders())).toBe(200);
});
