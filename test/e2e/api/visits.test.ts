import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { numberText } from '../../../shared/pages/numbers.ts';
import { localDay } from '../../../shared/time/local-day.ts';
import { reader } from '../../support/reader.ts';
import { type Problem, staffApi } from '../../support/staff-api.ts';
import { usePortal } from '../../support/use-portal.ts';

const portal = await usePortal();
const { as, published } = staffApi(portal);
const { send, visit, totals } = reader(portal);
const article = await published();
const today = localDay(new Date());

test('says that there are no visits yet before the first one', async () => {
  expect(await totals()).toEqual({ total: 0, today: 0, month: 0, online: 0, since: null });
  const history = await as.editor('/visits');
  expect(history.body).toMatchObject({ items: [], counted: 0, openingBalance: { visits: 0, since: null } });
});

test('counts a visit once, however often its beacon arrives', async () => {
  const id = randomUUID();
  const first = await visit({ visit: id });
  expect(first).toEqual({ total: 1, today: 1, month: 1, online: 1, since: today });
  expect(await visit({ visit: id })).toEqual(first);
  expect(await visit({ visit: id.toUpperCase() })).toEqual(first);
  expect(await Promise.all([1, 2, 3, 4].map(() => visit({ visit: id })))).toEqual(Array(4).fill(first));
  expect((await visit()).total).toBe(2);
});

test('counts concurrent visits', async () => {
  const before = (await totals()).total;
  await Promise.all(Array.from({ length: 40 }, () => visit()));
  await expect.poll(async () => (await totals()).total).toBe(before + 40);
});

test('accepts beacons of `sendBeacon` and of `fetch`', async () => {
  const before = (await visit()).total;
  for (const type of ['text/plain;charset=UTF-8', 'application/json', 'application/octet-stream']) {
    const reply = await send({ visit: randomUUID() }, { headers: { 'content-type': type } });
    expect([type, reply.status]).toEqual([type, 200]);
  }
  expect((await visit()).total).toBe(before + 4);
});

describe('a request that is not a visit is answered and not counted', () => {
  test.each([
    [
      'a search engine',
      { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' },
    ],
    ['Cốc Cốc’s crawler', { 'user-agent': 'Mozilla/5.0 (compatible; coccocbot-web/1.0)' }],
    ['a script', { 'user-agent': 'curl/8.5.0' }],
    ['a client without a user agent', { 'user-agent': '' }],
    ['a prefetch', { 'sec-purpose': 'prefetch' }],
    ['a prerender', { 'sec-purpose': 'prefetch;prerender' }],
    ['a preview', { purpose: 'preview' }],
  ])('%s', async (_, headers: Record<string, string>) => {
    const before = (await visit()).total;
    const reply = await send({ visit: randomUUID() }, { headers });
    expect(reply.status).toBe(200);
    expect(((await reply.json()) as { total: number }).total).toBe(before);
    expect((await visit()).total).toBe(before + 1);
  });
});

describe('a refused beacon', () => {
  const beaconOf = (articles: string[]) => JSON.stringify({ visit: randomUUID(), articles });
  const valid = JSON.stringify({ visit: randomUUID() });
  test.each([
    ['from another site', 403, valid, { 'sec-fetch-site': 'cross-site' }],
    ['from another site of the same domain', 403, valid, { 'sec-fetch-site': 'same-site' }],
    ['larger than eleven ids', 413, JSON.stringify({ visit: randomUUID(), more: 'x'.repeat(512) }), {}],
    ['that is not JSON', 400, '{', {}],
    ['without an id', 422, '{}', {}],
    ['with an invalid id', 422, JSON.stringify({ visit: '1; DROP TABLE' }), {}],
    ['with an invalid article', 422, beaconOf(['../x']), {}],
    ['with an invalid article among others', 422, beaconOf([article.id, '../x']), {}],
    [
      'with articles that are no list',
      422,
      JSON.stringify({ visit: randomUUID(), articles: article.id }),
      {},
    ],
    ['with more articles than a beacon holds', 422, beaconOf(Array(11).fill(article.id)), {}],
    ['with 10,000 articles', 413, beaconOf(Array(10_000).fill(article.id)), {}],
    ['with an unknown field', 422, JSON.stringify({ visit: randomUUID(), total: 9 }), {}],
    ['that is a list', 422, '[]', {}],
    ['that is nothing', 422, '', {}],
  ] as const)('%s: answers %i and counts nothing', async (_, status, raw, headers) => {
    const before = (await visit()).total;
    const reply = await send({}, { raw, headers });
    expect(reply.status).toBe(status);
    expect(((await reply.json()) as Problem).requestId).toEqual(expect.any(String));
    expect((await visit()).total).toBe(before + 1);
  });

  test('from another site by a browser that sends only Origin', async () => {
    const without = (headers: Record<string, string>) =>
      fetch(`${portal.url}/api/visits`, { method: 'POST', headers, body: valid });
    expect((await without({ origin: 'https://evil.example' })).status).toBe(403);
    expect((await without({ origin: 'null' })).status).toBe(403);
    expect((await without({ origin: portal.url })).status).toBe(200);
  });
});

test('sets no cookie, and allows no other site to read the reply', async () => {
  const reply = await send({ visit: randomUUID() });
  expect(reply.headers.get('set-cookie')).toBeNull();
  expect(reply.headers.get('access-control-allow-origin')).toBeNull();
  expect(reply.headers.get('cache-control')).toBe('no-store');
});

test('counts an article once in a visit, and lists the most read for staff', async () => {
  const other = await published({ title: 'Lịch tiêm chủng tháng này' });
  const id = randomUUID();
  await visit({ visit: id, articles: [article.id] });
  await visit({ visit: id, articles: [article.id] });
  await visit({ visit: id, articles: [other.id] });
  await visit({ articles: [other.id] });
  await portal.functions['most-read'].invoke({});
  const { body } = await as.editor<{ mostRead: unknown }>('/visits');
  const expected = [
    { article: other.id, readers: 2 },
    { article: article.id, readers: 1 },
  ];
  expect(body.mostRead).toEqual({ days7: expected, days30: expected });
});

test('counts each article of a batch once, without those that readers cannot see', async () => {
  const [one, two, gone] = [
    await published({ title: 'Bài thứ nhất' }),
    await published({ title: 'Bài thứ hai' }),
    await published({ title: 'Bài bị gỡ' }),
  ];
  await as.editor(`/articles/${gone.id}/withdraw`, { method: 'POST', ifMatch: gone.version, body: {} });
  const id = randomUUID();
  const { total } = await visit({ visit: id, articles: [one.id] });
  const batch = [one.id, two.id, two.id, gone.id, '01kb0000000000000000000000'];
  const tabs = await Promise.all([1, 2, 3].map(() => visit({ visit: id, articles: batch })));
  expect(tabs.map((reply) => reply.total)).toEqual([total, total, total]);
  const { body } = await as.editor<{ items: { article: string; readers: number }[] }>('/most-read');
  const readers = Object.fromEntries(body.items.map((item) => [item.article, item.readers]));
  expect([one, two, gone].map((article) => readers[article.id])).toEqual([1, 1, undefined]);
});

test('counts the article of a page that was rendered before beacons held several', async () => {
  const old = await published({ title: 'Trang còn trong bộ nhớ đệm' });
  await send({}, { raw: JSON.stringify({ visit: randomUUID(), article: old.id }) });
  const { body } = await as.editor<{ items: { article: string; readers: number }[] }>('/most-read');
  expect(body.items.find(({ article: id }) => id === old.id)?.readers).toBe(1);
});

test('shows the most read on the home page, without withdrawn and unknown articles', async () => {
  const gone = await published({ title: 'Tin sẽ gỡ' });
  for (let n = 0; n < 3; n += 1) await visit({ articles: [gone.id] });
  await visit({ articles: ['01kb0000000000000000000000'] });
  await as.editor(`/articles/${gone.id}/withdraw`, { method: 'POST', ifMatch: gone.version, body: {} });
  await portal.functions['most-read'].invoke({});
  const box = async () => {
    const html = await (await fetch(portal.gatewayUrl)).text();
    return /<section class="box most-read">.*?<\/section>/s.exec(html)?.[0] ?? '';
  };
  await expect.poll(box, { timeout: 15_000 }).toContain('Lịch tiêm chủng tháng này');
  expect(await box()).not.toContain('Tin sẽ gỡ');
  expect(await box()).not.toContain('01kb0000000000000000000000');
});

test('serves the number in the page', async () => {
  const id = randomUUID();
  const { total } = await visit({ visit: id });
  // A beacon publishes statistics every ten seconds, and pages read them as often.
  const served = async () => {
    await visit({ visit: id });
    const html = await (await fetch(portal.gatewayUrl + article.url)).text();
    return /<dd data-count="total">(.*?)<\/dd>/.exec(html)?.[1];
  };
  await expect.poll(served, { timeout: 30_000, interval: 500 }).toBe(numberText(total));
});

test('shows a chart on the statistics page, and the same numbers as a table', async () => {
  await expect
    .poll(async () => (await fetch(`${portal.gatewayUrl}/luot-truy-cap`)).text(), { timeout: 15_000 })
    .toContain('<table><caption>Lượt truy cập theo tháng</caption>');
});

test('logs no IP address and no user agent', () => {
  expect(portal.functionLogs().join('\n')).not.toMatch(/127\.0\.0\.1|Android|Googlebot/);
});
