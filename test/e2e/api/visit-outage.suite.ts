import { randomUUID } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { reader } from '../../support/reader.ts';
import { type Problem, staffApi } from '../../support/staff-api.ts';
import { useSharedFaultyPortal } from '../../support/use-portal.ts';

const { portal, proxy } = await useSharedFaultyPortal();
afterEach(() => proxy.heal());
const { send, visit, totals } = reader(portal);
const { url } = await staffApi(portal).published();

test('answers 503 without details to a persistent conflict, and accepts the beacon again', async () => {
  const { total } = await visit();
  const id = randomUUID();
  proxy.inject((_, { operation }) => (operation === 'TransactWriteItems' ? 'conflict' : 'none'));
  const refused = await send({ visit: id });
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5']);
  const problem = (await refused.json()) as Problem;
  expect(problem).toEqual({
    title: expect.any(String),
    status: 503,
    code: 'unavailable',
    requestId: expect.any(String),
  });
  proxy.heal();
  expect((await visit({ visit: id })).total).toBe(total + 1);
  expect((await visit({ visit: id })).total).toBe(total + 1);
});

test('hides a transient conflict from the reader', async () => {
  const { total } = await totals();
  let conflicts = 2;
  proxy.inject((_, { operation }) => {
    if (operation !== 'TransactWriteItems' || conflicts === 0) return 'none';
    conflicts -= 1;
    return 'conflict';
  });
  expect((await visit()).total).toBe(total + 1);
});

test('counts once when the reply of the count is lost', async () => {
  const { total } = await totals();
  let isLost = false;
  proxy.inject((_, { operation }) => {
    if (operation !== 'TransactWriteItems' || isLost) return 'none';
    isLost = true;
    return 'dropAfter';
  });
  expect((await visit()).total).toBe(total + 1);
});

test('counts a beacon though the page statistics cannot be written', async () => {
  portal.functions.visits.crash();
  proxy.inject((_, { operation, body }) =>
    operation === 'TransactWriteItems' && body.includes('#STATISTICS') ? 'conflict' : 'none',
  );
  const reply = await send({ visit: randomUUID() });
  expect(reply.status).toBe(200);
});

test('serves pages while visits cannot be read, and says so', async () => {
  portal.functions.pages.crash();
  proxy.inject((_, { body }) => (body.includes('#STATISTICS') ? 'dropBefore' : 'none'));
  for (const path of ['/', url, '/tin-tuc', '/luot-truy-cap']) {
    const reply = await fetch(portal.gatewayUrl + path);
    expect([path, reply.status]).toEqual([path, 200]);
    expect(await reply.text()).toContain('<dd data-count="total">–</dd>');
  }
});
