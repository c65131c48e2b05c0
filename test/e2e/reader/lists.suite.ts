import { expect, test } from 'vitest';
import type { SiteSettings } from '../../../shared/site/settings.ts';
import { type EditorialArticle, staffApi } from '../../support/staff-api.ts';
import { useSharedPortal } from '../../support/use-portal.ts';

const portal = await useSharedPortal();
const { as, published } = staffApi(portal);
// From the gateway: the edge follows a change a second later.
const get = (path: string) => fetch(portal.gatewayUrl + path, { redirect: 'manual' });
const page = async (path: string) => (await get(path)).text();
const mainOf = (html: string) => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '';
const titles = (html: string) => Array.from(mainOf(html).matchAll(/>Tin (\d+)\.</g), ([, n]) => Number(n));
const link = (html: string, name: string) => new RegExp(`href="([^"]*\\?${name}=[\\w-]+)"`).exec(html)?.[1];

/** A category of this suite alone. */
const { headers, body: settings } = await as.admin<SiteSettings>('/settings');
await as.admin('/settings', {
  method: 'PUT',
  ifMatch: Number(headers.get('etag')?.replaceAll('"', '')),
  body: {
    ...settings,
    categories: [...settings.categories, { slug: 'danh-sach', name: 'Danh sách', description: '' }],
  },
});

const count = 45;
const at = (n: number) => new Date(Date.UTC(2025, 0, 1, n)).toISOString();
const made: EditorialArticle[] = [];
for (let n = 1; n <= count; n += 1) {
  made.push(
    await published({ title: `Tin ${n}.`, category: 'danh-sach', tags: ['Đồi Thông', `t${n}`] }, at(n)),
  );
}
const down = (from: number, to: number) => Array.from({ length: from - to + 1 }, (_, i) => from - i);

test.each(['/danh-sach', '/the/doi-thong'])('pages through %s to its end and back', async (path) => {
  const first = await page(path);
  const second = await page(link(first, 'truoc') ?? '');
  const third = await page(link(second, 'truoc') ?? '');
  expect([titles(first), titles(second), titles(third)]).toEqual([down(45, 26), down(25, 6), down(5, 1)]);
  expect([link(third, 'truoc'), link(first, 'sau')]).toEqual([undefined, undefined]);
  const back = await page(link(third, 'sau') ?? '');
  expect(titles(back)).toEqual(down(25, 6));
  const front = await get(link(back, 'sau') ?? '');
  expect([front.status, front.headers.get('location')]).toEqual([302, path]);
});

test('lets search engines index only the first page', async () => {
  const first = await page('/danh-sach');
  expect(first).toContain(`<link rel="canonical" href="${portal.url}/danh-sach"/>`);
  const second = await page(link(first, 'truoc') ?? '');
  expect(second).toContain('<meta name="robots" content="noindex, follow"/>');
  expect(second).not.toContain('rel="canonical"');
});

test('rejects forged cursors and those of another list', async () => {
  const cursor = (link(await page('/danh-sach'), 'truoc') ?? '').split('=')[1];
  for (const path of [`/the/doi-thong?truoc=${cursor}`, `/tin-tuc?sau=${cursor}`, '/danh-sach?sau=x']) {
    expect([path, (await get(path)).status]).toEqual([path, 404]);
  }
});

test('ignores unknown query parameters', async () => {
  expect(titles(await page('/danh-sach?fbclid=abc&x=1'))).toEqual(down(45, 26));
});

test('answers a URL of 8 KB', async () => {
  const long = 'a'.repeat(8000);
  for (const path of [`/${long}`, `/the/${long}`, `/ngay/${long}`, `/danh-sach?truoc=${long}`]) {
    expect((await get(path)).status).toBe(404);
  }
});

test('lists five newer and ten older articles of the category under an article', async () => {
  const html = await page(made[19]?.url ?? '');
  const related = /<section class="related">[\s\S]*?<\/section>/.exec(html)?.[0] ?? '';
  expect(Array.from(related.matchAll(/>Tin (\d+)\.</g), ([, n]) => Number(n))).toEqual([
    ...down(25, 21),
    ...down(19, 10),
  ]);
});

test('links the tags of an article, which a correction changes', async () => {
  const [first] = made;
  if (!first) throw new Error('there is news');
  expect(await page(first.url)).toContain('href="/the/t1"');
  expect(titles(await page('/the/t1'))).toEqual([1]);
  const body = { title: 'Tin 1.', body: '<p>a</p>', category: 'danh-sach', tags: ['Đồi thông', 'mới'] };
  const saved = await as.editor<typeof first>(`/articles/${first.id}`, {
    method: 'PUT',
    ifMatch: first.version,
    body,
  });
  expect(titles(await page('/the/t1'))).toEqual([1]);
  const again = await as.editor<typeof first>(`/articles/${first.id}/publish`, {
    method: 'POST',
    ifMatch: saved.body.version,
    body: { publishedAt: '2024-12-01T00:00:00Z' },
  });
  expect([(await get('/the/t1')).status, titles(await page('/the/moi'))]).toEqual([404, [1]]);
  const last = await page(link(await page(link(await page('/the/doi-thong'), 'truoc') ?? ''), 'truoc') ?? '');
  expect(titles(last)).toEqual(down(5, 1));
  await as.editor(`/articles/${first.id}/withdraw`, {
    method: 'POST',
    ifMatch: again.body.version,
    body: {},
  });
  expect((await get('/the/moi')).status).toBe(404);
});

test('answers 404 for a tag without articles', async () => {
  for (const path of ['/the/khong-co', '/the/Đồi', '/the/a%2Fb']) {
    expect([path, (await get(path)).status]).toEqual([path, 404]);
  }
});
