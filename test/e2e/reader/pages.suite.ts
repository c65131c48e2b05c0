import { expect, test } from 'vitest';
import { contentSecurityPolicy } from '../../../shared/pages/content-security-policy.ts';
import { staffApi } from '../../support/staff-api.ts';
import { useSharedPortal } from '../../support/use-portal.ts';

const portal = await useSharedPortal();
const { as, create, published } = staffApi(portal);
const get = (path: string, init: RequestInit = {}) =>
  fetch(portal.url + path, { redirect: 'manual', ...init });
/** A page from the gateway: the edge may serve the cached one for a second after a change. */
const page = async (path: string) => (await fetch(portal.gatewayUrl + path)).text();
const cursorOf = (html: string) => /\?truoc=([\w-]+)/.exec(html)?.[1];

test('shows a published article on the home page, in its category and at its URL', async () => {
  const article = await published({ title: 'Chợ Hạc Vân mở lại' });
  for (const path of ['/', '/tin-tuc', article.url]) {
    const reply = await get(path);
    expect(reply.status).toBe(200);
    expect(reply.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(reply.headers.get('content-security-policy')).toBe(contentSecurityPolicy);
    expect(await page(path)).toContain('Chợ Hạc Vân mở lại');
  }
  expect(await page(article.url)).toContain(
    '<p>Sáng thứ Bảy, bờ kè sông Lam Vân đông người hơn mọi ngày.</p>',
  );
});

test.each([
  ['/', 'same-origin'],
  ['/tim-kiem', 'same-origin'],
  ['/quan-tri/', 'same-origin'],
  ['/api/openapi.json', 'same-origin'],
  // Pages of others show the pictures of our feeds.
  ['/images/khong-co', 'cross-origin'],
])('tells browsers what %s may not be used for', async (path, resourcePolicy) => {
  const { headers } = await get(path);
  expect(headers.get('cross-origin-resource-policy')).toBe(resourcePolicy);
  expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('x-frame-options')).toBe('DENY');
  const refused = headers.get('permissions-policy')?.split(', ') ?? [];
  expect(refused.every((feature) => /^[a-z-]+=\(\)$/.test(feature))).toBe(true);
  expect(refused.includes('camera=()')).toBe(resourcePolicy === 'same-origin');
});

test('shows a draft nowhere', async () => {
  const { url, id } = await create({ title: 'Chưa ai được đọc' });
  expect((await get(url)).status).toBe(404);
  expect((await get(`/api/articles/${id}`)).status).toBe(404);
  expect((await page('/')) + (await page('/tin-tuc'))).not.toContain('Chưa ai được đọc');
});

test('shows a scheduled article nowhere before its time, not even by a forged cursor', async () => {
  const { url, id } = await published({ title: 'Của ngày mai' }, '2999-01-01T00:00:00Z');
  const forged = (list: string) =>
    Buffer.from(JSON.stringify([list, '2999-12-31T00:00:00.000Z#01kb0000000000000000000000'])).toString(
      'base64url',
    );
  const seen = await Promise.all(
    [
      '/',
      '/tin-tuc',
      `/tin-tuc?truoc=${forged('tin-tuc')}`,
      '/api/articles',
      `/api/articles?cursor=${forged('')}`,
    ].map(page),
  );
  expect(seen.join()).not.toContain('Của ngày mai');
  expect((await get(url)).status).toBe(404);
  expect((await get(`/api/articles/${id}`)).status).toBe(404);
});

test('redirects any other category or slug permanently, by the id', async () => {
  const { url, id } = await published({ title: 'Một địa chỉ' });
  for (const path of [
    `/thong-bao/mot-dia-chi-${id}`,
    `/tin-tuc/tieu-de-cu-${id}`,
    `/tin-tuc/${id}`,
    `/x/y${id}`,
    `${url}/`,
  ]) {
    const reply = await get(path);
    expect([path, reply.status, reply.headers.get('location')]).toEqual([path, 301, url]);
  }
});

test('redirects the former URL of a retitled article', async () => {
  const before = await published({ title: 'Tên cũ' });
  const saved = await as.editor<typeof before>(`/articles/${before.id}`, {
    method: 'PUT',
    ifMatch: before.version,
    body: { title: 'Tên mới', body: '<p>a</p>', category: 'thong-bao' },
  });
  await as.editor(`/articles/${before.id}/publish`, { method: 'POST', ifMatch: saved.body.version });
  const reply = await get(before.url);
  expect([reply.status, reply.headers.get('location')]).toEqual([301, `/thong-bao/ten-moi-${before.id}`]);
  expect(await page('/tin-tuc')).not.toContain('Tên mới');
});

test('pages through a category without a gap or a repeat while articles are published', async () => {
  const at = (n: number) => new Date(Date.UTC(2025, 0, 1, n)).toISOString();
  const made: string[] = [];
  for (let n = 0; n < 45; n += 1)
    made.push((await published({ category: 'thong-bao', title: `Thông báo số ${n}.` }, at(n))).id);
  const seen: string[] = [];
  let path: string | null = '/thong-bao';
  while (path !== null) {
    const html: string = await page(path);
    const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '';
    seen.push(
      ...new Set(Array.from(main.matchAll(/\/thong-bao\/[a-z0-9-]*-([0-9a-z]{26})"/g), ([, id]) => id ?? '')),
    );
    await published({ category: 'thong-bao', title: 'Tin đến giữa chừng' });
    const cursor = cursorOf(html);
    path = cursor ? `/thong-bao?truoc=${cursor}` : null;
  }
  expect(seen.filter((id) => made.includes(id))).toEqual(made.reverse());
});

test.each([
  '/khong-co-chuyen-muc',
  '/tin-tuc/khong-co-01kb0000000000000000000000',
  '/tin-tuc/khong-phai-ma',
  '/tin-tuc/a/b/c',
  '/tin-tuc?truoc=abc',
  '/..%2f..%2fetc/passwd',
  '/wp-login.php',
])('%s answers an error page with links', async (path) => {
  const reply = await get(path);
  expect(reply.status).toBe(404);
  expect(reply.headers.get('content-security-policy')).toBe(contentSecurityPolicy);
  const html = await reply.text();
  expect(html).toContain('href="/"');
  expect(html).toContain('href="/thong-bao"');
});

test('answers an unknown API path with a problem document', async () => {
  const reply = await get('/api/khong-co');
  expect([reply.status, reply.headers.get('content-type')]).toEqual([
    404,
    'application/problem+json; charset=utf-8',
  ]);
  expect(await reply.json()).toMatchObject({ code: 'not_found' });
});

test('escapes the title', async () => {
  const { url } = await published({
    title: '<script>alert(1)</script> & "x"',
    summary: '</title><img src=x>',
  });
  const html = await page(url);
  expect(html).not.toMatch(/<script>alert|<img src=x/);
  expect(html).toContain('&lt;script>alert(1)&lt;/script> &amp; ');
});

test('answers HEAD like GET, without a body', async () => {
  const { url } = await published();
  for (const path of ['/', '/tin-tuc', url]) {
    const reply = await get(path, { method: 'HEAD' });
    expect([reply.status, await reply.text()]).toEqual([200, '']);
  }
});

test('lists the same articles as JSON', async () => {
  const first = (await (await get('/api/articles?category=thong-bao')).json()) as {
    items: object[];
    next: string;
  };
  expect(first.items).toHaveLength(20);
  expect(first.items[0]).not.toHaveProperty('body');
  const next = await get(`/api/articles?category=thong-bao&cursor=${first.next}`);
  expect(((await next.json()) as { items: object[] }).items[0]).not.toEqual(first.items[0]);
  expect((await get(`/api/articles?cursor=${first.next}`)).status).toBe(400);
});
