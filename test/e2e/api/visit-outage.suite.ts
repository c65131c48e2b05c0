import { randomUUID } from 'node:crypto';
import { ulid } from 'ulid';
import { afterEach, describe, expect, test } from 'vitest';
import type { Fault } from '../../support/fault-proxy.ts';
import { reader } from '../../support/reader.ts';
import { type Problem, staffApi } from '../../support/staff-api.ts';
import { useSharedFaultyPortal } from '../../support/use-portal.ts';

const { portal, proxy } = await useSharedFaultyPortal();
afterEach(() => proxy.heal());
const { send, visit, totals } = reader(portal);
const article = await staffApi(portal).published();
// Opens the day in every shard, so that a beacon is one transaction.
await Promise.all(Array.from({ length: 40 }, () => visit()));

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

test('counts nothing twice when the numbers are read while a count is unanswered', async () => {
  const { total } = await visit();
  let isHeld = false;
  const held = proxy.inject((_, { operation }) => {
    if (operation !== 'TransactWriteItems' || isHeld) return 'none';
    isHeld = true;
    return 'pauseAfter';
  });
  const counting = visit();
  await held;
  await expect.poll(async () => (await totals()).total, { timeout: 10_000 }).toBe(total + 1);
  proxy.heal();
  expect((await counting).total).toBe(total + 1);
  expect((await totals()).total).toBe(total + 1);
});

describe('the read of an article', () => {
  /** Beacons write to `READS#…` when they count the read of an article. */
  const recordReads = (choose: (operation: string, body: string) => Fault = () => 'none') => {
    const reads: string[] = [];
    proxy.inject((_, { operation, body }) => {
      if (operation === 'TransactWriteItems' && body.includes('#READS#')) reads.push(body);
      return choose(operation, body);
    });
    return reads;
  };

  test('is counted for an article that readers can see, and not for invented, hidden or withdrawn ones', async () => {
    const { create, published, as } = staffApi(portal);
    const draft = await create();
    const gone = await published();
    await as.editor(`/articles/${gone.id}/withdraw`, { method: 'POST', ifMatch: gone.version, body: {} });
    const reads = recordReads();
    const { total } = await totals();
    const callsBefore = proxy.calls();
    const invented = Array.from({ length: 60 }, () => ulid().toLowerCase());
    const flood = [...invented, draft.id, gone.id];
    await Promise.all(flood.map((id) => visit({ articles: [id] })));
    // Look up, read, write, read the totals and the opening balance; some transactions conflict and are retried.
    expect((proxy.calls() - callsBefore) / flood.length).toBeLessThan(8);
    expect([(await totals()).total, reads]).toEqual([total + flood.length, []]);
    await visit({ articles: [article.id] });
    expect(reads).toHaveLength(1);
  });

  test.each(['holdBefore', 'throttle'] as const)(
    'is left out when the look-up fails (%s), and the visit is counted',
    async (fault) => {
      portal.functions.visits.crash();
      const { total } = await totals();
      const id = randomUUID();
      const failing = recordReads((operation, body) =>
        operation === 'BatchGetItem' && body.includes('#LIVE#') ? fault : 'none',
      );
      expect((await visit({ visit: id, articles: [article.id] })).total).toBe(total + 1);
      expect(failing).toEqual([]);
      const healed = recordReads();
      expect((await visit({ visit: id, articles: [article.id] })).total).toBe(total + 1);
      expect(healed).toHaveLength(1);
    },
  );
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
  for (const path of ['/', article.url, '/tin-tuc', '/luot-truy-cap']) {
    const reply = await fetch(portal.gatewayUrl + path);
    expect([path, reply.status]).toEqual([path, 200]);
    expect(await reply.text()).toContain('<dd data-count="total">–</dd>');
  }
});
