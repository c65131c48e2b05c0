import { expect, test } from 'vitest';
import type { Activity } from '../../../shared/activity/activity.ts';
import { contentSecurityPolicy } from '../../../shared/pages/content-security-policy.ts';
import { defaultSettings } from '../../../shared/site/default-settings.ts';
import type { SiteSettings } from '../../../shared/site/settings.ts';
import { complete, photograph, upload } from '../../support/picture-fixture.ts';
import { content, type EditorialArticle, staffApi } from '../../support/staff-api.ts';
import { useSharedPortal } from '../../support/use-portal.ts';

const portal = await useSharedPortal();
const desk = staffApi(portal);
const { as, create, publish, published } = desk;
// From the gateway: the edge follows a change a second later.
const get = (path: string) => fetch(portal.gatewayUrl + path, { redirect: 'manual' });
const page = async (path: string) => (await get(path)).text();

/** Saves the default settings with some other fields; categories stay as they are. */
const save = async (fields: Record<string, unknown>) => {
  const { headers, body } = await as.admin<SiteSettings>('/settings');
  const ifMatch = Number(headers.get('etag')?.replaceAll('"', ''));
  const { categories } = body;
  return as.admin('/settings', {
    method: 'PUT',
    ifMatch,
    body: { ...defaultSettings, categories, ...fields },
  });
};
/** The edge follows a moment after the settings are saved. */
const soon = (path: string) => expect.poll(() => page(path), { timeout: 20_000 });
const soonAtEdge = (path: string) => expect.poll(() => atEdge(path), { timeout: 20_000 });
const at = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();

test('shows an alert on every page during its period', async () => {
  const alert = { text: 'Bão số 9 đổ bộ đêm nay', url: '/thong-bao' };
  const { url } = await published();
  await save({ alert: { ...alert, from: at(-10), to: at(10) } });
  for (const path of ['/', '/tin-tuc', url, '/khong-co']) await soon(path).toContain(alert.text);
  await save({ alert: { ...alert, from: at(10), to: at(20) } });
  await soon('/').not.toContain(alert.text);
  await save({ alert: { ...alert, from: at(-20), to: at(-10) } });
  await soon('/').not.toContain(alert.text);
});

test('extends the content security policy only for what a setting embeds', async () => {
  const policy = async () => (await get('/')).headers.get('content-security-policy');
  await save({ trustBadge: { domain: 'hacvan.example', page: 'hacvan-1' }, emcSiteId: '4064' });
  await expect
    .poll(policy, { timeout: 20_000 })
    .toContain("img-src 'self' data: https://tinnhiemmang.vn https://f-emc.ngsp.gov.vn;");
  await soon('/').toContain('src="https://tinnhiemmang.vn/handle_cert?id=hacvan.example"');
  await save({});
  await expect.poll(policy, { timeout: 20_000 }).toBe(contentSecurityPolicy);
});

test('protects the image of a banner from deletion', async () => {
  const id = await upload(desk, await photograph().jpeg().toBuffer());
  expect((await save({ banner: id })).status).toBe(422);
  await complete(desk, id, { alt: 'Bờ kè' });
  expect((await save({ banner: id })).status).toBe(200);
  await soon('/').toContain(`<img src="/images/${id}"`);
  expect((await as.admin(`/images/${id}`, { method: 'DELETE' })).status).toBe(409);
  expect((await save({})).status).toBe(200);
  expect((await as.admin(`/images/${id}`, { method: 'DELETE' })).status).toBe(204);
  expect((await save({ banner: id })).status).toBe(422);
});

test('serves a static page at its path, in no list, with revisions', async () => {
  const made = await create({ title: 'Giới thiệu phường', category: 'trang', tags: ['phường'] });
  const entry = { slug: 'gioi-thieu', name: 'Giới thiệu', article: made.id };
  const early = await save({ pages: [entry] });
  expect([early.status, early.body.errors?.[0]?.field]).toEqual([422, 'pages.0.article']);
  const live = await publish(made);
  expect((await get(live.url)).status).toBe(200);
  expect((await save({ pages: [entry] })).status).toBe(200);

  expect(await page('/trang/gioi-thieu')).toContain('<h1>Giới thiệu phường</h1>');
  for (const path of [live.url, `/trang/ten-cu-${made.id}`, `/tin-tuc/x-${made.id}`]) {
    const reply = await get(path);
    expect([path, reply.status]).toEqual([path, 301]);
  }
  expect((await get(live.url)).headers.get('location')).toBe('/trang/gioi-thieu');
  await soon('/').toContain('href="/trang/gioi-thieu"');
  expect(await page('/trang/so-do-trang')).toContain('href="/trang/gioi-thieu"');
  expect(await page('/sitemap.xml?phan=trang')).toContain('/trang/gioi-thieu</loc>');
  const lists = await Promise.all(['/', '/rss.xml', '/sitemap.xml?thang=2026-11', '/api/articles'].map(page));
  expect(lists.join()).not.toContain('Giới thiệu phường');
  expect((await get('/the/phuong')).status).toBe(404);
});

test('links translations to each other', async () => {
  const vi = await published({ title: 'Giới thiệu', category: 'trang' });
  const en = await published({ title: 'About us', category: 'trang' });
  await save({
    pages: [
      { slug: 'gioi-thieu', name: 'Giới thiệu', article: vi.id },
      { slug: 'about', name: 'About', article: en.id, language: 'en', translationOf: 'gioi-thieu' },
    ],
  });
  for (const path of ['/trang/gioi-thieu', '/trang/about']) {
    const html = await page(path);
    expect(html).toContain(`hreflang="vi" href="${portal.url}/trang/gioi-thieu"`);
    expect(html).toContain(`hreflang="en" href="${portal.url}/trang/about"`);
  }
  expect(await page('/trang/about')).toContain('<article class="article" lang="en">');
});

/** The address of every list that links to static pages; each is cached by the edge. */
const linkingPaths = ['/', '/trang/so-do-trang', '/sitemap.xml?phan=trang'];
const atEdge = async (path: string) => (await fetch(portal.url + path)).text();
const step = (id: string, name: string, ifMatch: number, body: object = {}) =>
  as.editor<EditorialArticle>(`/articles/${id}/${name}`, { method: 'POST', ifMatch, body });

test('removes the link of a withdrawn page, and the tie of its translation, at the edge too', async () => {
  const vi = await published({ title: 'Liên hệ', category: 'trang' });
  const en = await published({ title: 'Contact', category: 'trang' });
  const entries = [
    { slug: 'lien-he', name: 'Liên hệ', article: vi.id },
    { slug: 'contact', name: 'Contact', article: en.id, language: 'en', translationOf: 'lien-he' },
  ];
  const saved = await save({ pages: entries });
  const version = Number(saved.headers.get('etag')?.replaceAll('"', ''));
  for (const path of linkingPaths) await soonAtEdge(path).toContain('/trang/lien-he');
  await soonAtEdge('/trang/contact').toContain('hreflang="vi"');
  expect((await step(vi.id, 'withdraw', vi.version)).status).toBe(200);

  const { headers, body } = await as.admin<SiteSettings>('/settings');
  expect(headers.get('etag')).toBe(`"${version + 1}"`);
  expect(body.pages).toEqual([{ ...entries[1], translationOf: '' }]);
  for (const path of linkingPaths) await soonAtEdge(path).not.toContain('/trang/lien-he');
  await soonAtEdge('/trang/contact').not.toContain('hreflang="vi"');
  expect((await fetch(`${portal.url}/trang/lien-he`)).status).toBe(404);
  const { body: log } = await as.editor<{ items: Activity[] }>('/activity?kind=settings&limit=1');
  expect(log.items[0]).toMatchObject({
    by: 'editor',
    action: 'remove-page',
    title: 'Liên hệ',
    version: version + 1,
  });
  await save({});
});

test('removes the link of a page that becomes news', async () => {
  const made = await published({ title: 'Thành tin', category: 'trang' });
  await save({ pages: [{ slug: 'thanh-tin', name: 'Thành tin', article: made.id }] });
  const news = content({ title: 'Thành tin', category: 'tin-tuc' });
  await as.editor(`/articles/${made.id}`, { method: 'PUT', ifMatch: made.version, body: news });
  expect((await step(made.id, 'publish', made.version + 1)).status).toBe(200);
  expect((await as.admin<SiteSettings>('/settings')).body.pages).toEqual([]);
  expect(await page('/')).not.toContain('/trang/thanh-tin');
});

test('shows the link of a page for its time, without a save', async () => {
  const made = await published({ title: 'Hội nghị', category: 'trang' });
  await save({ pages: [{ slug: 'hoi-nghi', name: 'Hội nghị', article: made.id }] });
  const withdrawAt = '2093-01-01T00:00:00.000Z';
  const { version } = (await step(made.id, 'publish', made.version, { withdrawAt })).body;
  expect(await page('/')).toContain('/trang/hoi-nghi');
  portal.setClock(new Date(Date.parse(withdrawAt) - 60_000));
  // The edge forgets the page when the link goes.
  const caching = (await get('/luot-truy-cap')).headers.get('cache-control') ?? '';
  expect(Number(/s-maxage=(\d+)/.exec(caching)?.[1])).toBeLessThanOrEqual(60);
  portal.setClock(new Date(withdrawAt));
  for (const path of linkingPaths) expect(await page(path)).not.toContain('/trang/hoi-nghi');
  expect((await get('/trang/hoi-nghi')).status).toBe(404);
  portal.setClock(null);

  const soonPublic = await step(made.id, 'publish', version, {
    publishedAt: '2093-05-01T00:00:00.000Z',
    withdrawAt: null,
  });
  expect(soonPublic.status).toBe(200);
  expect(await page('/')).not.toContain('/trang/hoi-nghi');
  portal.setClock(new Date('2093-05-01T00:00:00.000Z'));
  expect(await page('/')).toContain('/trang/hoi-nghi');
  portal.setClock(null);
  await save({});
});

test('leaves no link to a page that is withdrawn while the settings are saved', async () => {
  for (let n = 0; n < 8; n += 1) {
    const made = await published({ title: `Cùng lúc ${n}`, category: 'trang' });
    const [saved, withdrawn] = await Promise.all([
      save({ pages: [{ slug: 'cung-luc', name: 'Cùng lúc', article: made.id }] }),
      step(made.id, 'withdraw', made.version),
    ]);
    expect([200, 412, 422]).toContain(saved.status);
    expect(withdrawn.status).toBe(200);
    expect((await as.admin<SiteSettings>('/settings')).body.pages).toEqual([]);
  }
});

test.each(['/trang/khong-co', '/trang/khong-co-01kb0000000000000000000000', '/trang/%00'])(
  'answers 404 for %s',
  async (path) => {
    expect((await get(path)).status).toBe(404);
  },
);

test('ignores hostile header values', async () => {
  const headers = {
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'javascript',
    forwarded: 'host=evil.example',
    referer: 'https://evil.example/"><script>',
    'accept-language': '../../etc/passwd',
    cookie: 'theme="><script>evilCookie()</script>',
  };
  const html = await (await fetch(`${portal.url}/`, { headers })).text();
  expect(html).not.toMatch(/evil\.example|passwd|evilCookie/);
});
