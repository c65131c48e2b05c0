import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { wardThrottles } from '../../../infra/api/throttles.ts';
import { localDay } from '../../../shared/time/local-day.ts';
import { reader } from '../../support/reader.ts';
import { staffApi } from '../../support/staff-api.ts';
import { usePortal } from '../../support/use-portal.ts';

const portal = await usePortal({ isThrottled: true });
const { as, published } = staffApi(portal);
const article = await published();
// The publication's invalidation is over before anything is looked at.
beforeAll(() => vi.waitFor(() => expect(portal.invalidations.items()).toBe(2), { timeout: 20_000 }));
afterEach(() => {
  portal.setClock(null);
  portal.setUnreachable([]);
  portal.invalidations.fail(false);
});

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(portal.url + path, { headers, redirect: 'manual' });
const outcomeOf = async (path: string, headers: Record<string, string> = {}) => {
  const reply = await get(path, headers);
  await reply.arrayBuffer();
  return [reply.status, reply.headers.get('x-cache')];
};
const hit = [200, 'Hit from cloudfront'];

test('a flood of one route keeps neither staff nor readers from the others', async () => {
  const { burstLimit } = wardThrottles.heads;
  const head = async () => (await fetch(portal.gatewayUrl, { method: 'HEAD' })).status;
  const flood = await Promise.all(Array.from({ length: 2 * burstLimit }, head));
  expect(flood).toContain(429);
  expect((await as.editor('/articles')).status).toBe(200);
  expect((await reader(portal).send({ visit: randomUUID() })).status).toBe(200);
  for (const path of ['/', '/api/search?q=x']) {
    expect([path, (await fetch(portal.gatewayUrl + path)).status]).toEqual([path, 200]);
  }
});

describe('a page', () => {
  test.each(['/', '/tin-tuc', article.url, '/luot-truy-cap', '/api/articles', `/api/articles/${article.id}`])(
    'renders %s once, then serves it from the cache',
    async (path) => {
      await outcomeOf(path);
      expect(await outcomeOf(path)).toEqual(hit);
    },
  );

  test('tells browsers to revalidate, and removes its cache tags', async () => {
    const { headers } = await get('/');
    expect(headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    expect(headers.get('cache-tag')).toBeNull();
    expect(headers.get('x-cache-counts')).toMatch(/^hit=\d+, miss=\d+, stale=\d+$/);
  });

  test('answers 304 when the browser has it, compressed or not', async () => {
    const etag = (await get('/')).headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]{22}"$/);
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const reply = await get('/', { 'if-none-match': known });
      expect([reply.status, await reply.text()]).toEqual([304, '']);
    }
    expect((await get('/', { 'if-none-match': '"other"' })).status).toBe(200);
  });

  test('answers a range request with the range', async () => {
    const part = await get('/', { range: 'bytes=0-14' });
    expect([part.status, await part.text()]).toEqual([206, '<!doctype html>']);
    expect((await get('/', { range: 'bytes=9999999-' })).status).toBe(416);
    expect((await get('/', { range: 'lines=1-2' })).status).toBe(200);
  });

  test('answers HEAD from the cached GET, without a body', async () => {
    await get('/tin-tuc');
    const reply = await fetch(`${portal.url}/tin-tuc`, { method: 'HEAD' });
    expect([reply.status, reply.headers.get('x-cache'), await reply.text()]).toEqual([
      200,
      'Hit from cloudfront',
      '',
    ]);
  });
});

describe('when a page is throttled', () => {
  const today = `/ngay/${localDay(new Date())}`;
  const dayMs = 24 * 3_600_000;

  test('readers get the page that the edge still has, or one that says why', async () => {
    await outcomeOf(today);
    // Strangers who found the address of API Gateway: they are refused, and use up the throttle all the same.
    const { burstLimit } = wardThrottles.pages;
    const flood = await Promise.all(
      Array.from({ length: burstLimit + 50 }, async () => {
        const reply = await fetch(`${portal.bareGatewayUrl}${today}`);
        await reply.arrayBuffer();
        return reply.status;
      }),
    );
    expect(new Set(flood)).toEqual(new Set([403, 429]));

    portal.setClock(new Date(Date.now() + 3 * dayMs));
    expect(await outcomeOf(today)).toEqual([200, 'Stale from cloudfront']);
    const reply = await get('/ngay/2026-01-01');
    expect([reply.status, reply.headers.get('content-type'), reply.headers.get('retry-after')]).toEqual([
      503,
      'text/html; charset=utf-8',
      '30',
    ]);
    expect(await reply.text()).toContain('<h1>Đang có nhiều người truy cập</h1>');
    expect(reply.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  test('programs get a problem document', async () => {
    const reply = await get('/qua-tai/api/articles');
    expect([reply.status, reply.headers.get('content-type')]).toEqual([
      503,
      'application/problem+json; charset=utf-8',
    ]);
    expect(await reply.json()).toMatchObject({ code: 'overloaded' });
  });
});

describe('one page has one cache key', () => {
  test('serves a thousand unknown query strings from one cached page', async () => {
    await outcomeOf('/tin-tuc');
    const ask = (n: number) => outcomeOf(`/tin-tuc?utm_source=${n}&x${n}=1`);
    for (let n = 0; n < 1000; n += 20) {
      const outcomes = await Promise.all(Array.from({ length: 20 }, (_, more) => ask(n + more)));
      expect(outcomes).toEqual(Array(20).fill(hit));
    }
  });

  test.each([
    ['another host', { 'x-forwarded-host': 'evil.example', 'x-host': 'evil.example' }],
    ['another scheme', { 'x-forwarded-proto': 'javascript', forwarded: 'host=evil.example' }],
    ['another method', { 'x-http-method-override': 'DELETE', 'x-method-override': 'POST' }],
    ['another path', { 'x-original-url': '/api/admin/articles', 'x-rewrite-url': '/evil' }],
    ['a cookie', { cookie: 'session=evil' }],
    ['another language and browser', { 'accept-language': 'evil', 'user-agent': '<script>evil</script>' }],
  ])('removes headers that claim %s', async (_, headers: Record<string, string>) => {
    const path = `/tin-tuc?truoc=${Buffer.from(JSON.stringify(['tin-tuc', `2026-01-01T00:00:00.000Z#${article.id}`])).toString('base64url')}`;
    const poisoned = await (await get(path, headers)).text();
    const clean = await (await get(path)).text();
    expect(poisoned).not.toContain('evil');
    expect(clean).toBe(poisoned);
  });

  test('refuses a GET with a body and methods that change data', async () => {
    for (const method of ['POST', 'PUT', 'DELETE']) {
      expect((await fetch(`${portal.url}/tin-tuc`, { method, body: 'x' })).status).toBe(403);
    }
  });

  test('answers 404 for other characters and normal forms, and serves no other page', async () => {
    for (const path of [
      '/tin-tuc%5c..',
      '/%74in-tuc%00',
      `/${encodeURIComponent('tin-tức'.normalize('NFD'))}`,
    ]) {
      expect([path, (await get(path)).status]).toEqual([path, 404]);
    }
    expect((await get('/tin-tuc')).status).toBe(200);
  });
});

describe('a preview', () => {
  test.each([
    ['in upper case', (path: string) => path.toUpperCase()],
    ['with an encoded letter', (path: string) => path.replace('x', '%78')],
    ['with a letter encoded twice', (path: string) => path.replace('x', '%2578')],
    ['with an encoded letter in upper case', (path: string) => path.replace('x', '%58')],
    ['with an encoded slash', (path: string) => path.replace('truoc/', 'truoc%2F')],
    ['with a slash encoded twice', (path: string) => path.replace('truoc/', 'truoc%252F')],
  ])('whose address is spelled %s is never public', async (_, spell) => {
    const draft = await as.editor<{ url: string }>(`/articles/${article.id}/preview`, {
      method: 'POST',
      body: {},
    });
    const reply = await get(spell(draft.body.url));
    const isPrivate = reply.headers.get('cache-control') === 'private, no-store';
    expect([reply.status, isPrivate]).toEqual(reply.ok ? [200, true] : [404, false]);
  });

  test('is sent to no other site as a referrer', async () => {
    const { body } = await as.editor<{ url: string }>(`/articles/${article.id}/preview`, {
      method: 'POST',
      body: {},
    });
    const reply = await get(body.url);
    expect([reply.status, reply.headers.get('referrer-policy')]).toEqual([200, 'no-referrer']);
    expect((await get('/')).headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
  });
});

describe('when the origin fails', () => {
  test('serves every cached page, and recovers without intervention', async () => {
    const paths = ['/', '/tin-tuc', article.url];
    for (const path of paths) await outcomeOf(path);
    portal.setUnreachable(['functions', 'bucket']);
    for (const path of paths) expect([path, ...(await outcomeOf(path))]).toEqual([path, ...hit]);
    expect((await get('/thong-bao')).status).toBe(502);
    portal.setUnreachable([]);
    expect((await get('/thong-bao')).status).toBe(200);
  });

  test('serves an expired page, and renders it again after recovery', async () => {
    const at = Date.now() + 4_000;
    const items = portal.invalidations.items();
    const shown = async () => (await (await get('/')).text()).includes('Tin của giờ sau');
    await published({ title: 'Tin của giờ sau' }, new Date(at).toISOString());
    await expect.poll(() => portal.invalidations.items(), { timeout: 10_000 }).toBe(items + 2);
    await outcomeOf('/');
    expect(await outcomeOf('/')).toEqual(hit);
    portal.setUnreachable(['functions', 'bucket']);
    await expect.poll(() => Date.now(), { timeout: 10_000 }).toBeGreaterThan(at);
    expect(await outcomeOf('/')).toEqual([200, 'Stale from cloudfront']);
    expect(await shown()).toBe(false);
    portal.setUnreachable([]);
    expect(await shown()).toBe(true);
  });

  test('caches an error for its minimum TTL only', async () => {
    portal.functions.pages.crash();
    const other = await published({ title: 'Tin lúc khởi động lại' });
    expect((await get(other.url)).status).toBe(200);
  });

  test('retries a failed invalidation, and serves the old page until then', async () => {
    const tenant = await published({ title: 'Trước' });
    await get(tenant.url);
    portal.invalidations.fail(true);
    const saved = await as.editor<typeof tenant>(`/articles/${tenant.id}`, {
      method: 'PUT',
      ifMatch: tenant.version,
      body: { title: 'Sau', body: '<p>Đã sửa.</p>', category: 'tin-tuc' },
    });
    await as.editor(`/articles/${tenant.id}/publish`, {
      method: 'POST',
      ifMatch: saved.body.version,
      body: {},
    });
    expect(await (await get(tenant.url)).text()).toContain('<h1>Trước</h1>');
    portal.invalidations.fail(false);
    const title = async () =>
      /<h1>(.*?)<\/h1>/.exec(await (await fetch(portal.url + tenant.url)).text())?.[1];
    await expect.poll(title, { timeout: 20_000 }).toBe('Sau');
  });
});
