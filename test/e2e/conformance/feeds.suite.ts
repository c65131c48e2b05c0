import { afterEach, expect, test } from 'vitest';
import { staffApi } from '../../support/staff-api.ts';
import { sharedDemo } from '../../support/use-demo.ts';
import { xmlErrors } from '../../support/validate-xml.ts';

const { portal } = await sharedDemo();
afterEach(() => portal.setClock(null));
const { published } = staffApi(portal);
const get = (path: string) => fetch(path.startsWith('http') ? path : portal.url + path);
const text = async (path: string) => (await get(path)).text();
const all = (xml: string, name: string) =>
  Array.from(xml.matchAll(new RegExp(`<${name}>(.*?)</${name}>`, 'g')), ([, inner = '']) => inner);
const decoded = (xml: string) => xml.replaceAll('&amp;', '&');

const hostile = await published({
  title: ']]> & <b>"đậm"</b> \u{1F3EE}',
  summary: '</description><item>',
  category: 'thong-bao',
  body: '<p>]]&gt; <a href="/thong-bao">Thông báo</a></p>',
  author: 'A & B',
});

test.each(['/rss.xml', '/thong-bao/rss.xml', '/kinh-te-do-thi/rss.xml'])(
  '%s is valid RSS 2.0, newest first',
  async (path) => {
    const reply = await get(path);
    const xml = await reply.text();
    expect(reply.headers.get('content-type')).toBe('application/rss+xml; charset=utf-8');
    expect(await xmlErrors('rss', xml)).toEqual([]);
    const dates = all(xml, 'pubDate').map((date) => Date.parse(date));
    expect(dates).toEqual(dates.toSorted((a, b) => b - a));
    expect(xml).toContain(`<atom:link href="${portal.url}${path}" rel="self"`);
  },
);

test('contains whole articles, with absolute image URLs', async () => {
  const xml = await text('/rss.xml');
  expect(all(xml, 'pubDate')).toHaveLength(20);
  expect(xml).toContain(`<a href="${portal.url}/thong-bao">Thông báo</a>`);
  expect(xml).not.toMatch(/(src|href)="\//);
  expect(xml).toMatch(/<enclosure [^>]*url="http[^"]+\/images\/[0-9a-z]{26}"/);
  expect(xml).toContain('<figcaption>');
});

test('security.txt names a contact, an end within a year and its own address', async () => {
  const reply = await get('/.well-known/security.txt');
  expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8']);
  const fields = new Map(
    (await reply.text())
      .trimEnd()
      .split('\n')
      .map((line) => line.split(': ') as [string, string]),
  );
  expect(fields.get('Contact')).toMatch(/^(mailto|tel):/);
  expect(fields.get('Canonical')).toBe(`${portal.url}/.well-known/security.txt`);
  const days = (Date.parse(fields.get('Expires') ?? '') - Date.now()) / (24 * 3_600_000);
  expect(days).toBeGreaterThan(170);
  expect(days).toBeLessThan(365);
});

test('serves a feed for each category, and none for an unknown one', async () => {
  const xml = await text('/van-hoa-xa-hoi/rss.xml');
  expect(new Set(xml.match(/[^>]+(?=<\/category>)/g))).toEqual(new Set(['Văn hóa – Xã hội']));
  expect((await get('/khong-co/rss.xml')).status).toBe(404);
});

/** The addresses of all live articles, by the list of the API. */
const liveAddresses = async () => {
  const addresses: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const reply = await fetch(`${portal.gatewayUrl}/api/articles${cursor && `?cursor=${cursor}`}`);
    const list = (await reply.json()) as { items: { url: string }[]; next: string | null };
    addresses.push(...list.items.map(({ url }) => portal.url + url));
    cursor = list.next;
  }
  return addresses;
};

test('lists a sitemap for each month, which list every article once', async () => {
  const index = await text('/sitemap.xml');
  expect(await xmlErrors('sitemap-index', index)).toEqual([]);
  const parts = all(index, 'loc').map(decoded);
  const maps = await Promise.all(parts.map(text));
  expect(parts.length).toBeGreaterThan(12);
  for (const [at, map] of maps.entries()) {
    expect([parts[at], await xmlErrors('sitemap', map)]).toEqual([parts[at], []]);
  }
  const addresses = maps.flatMap((map) => all(map, 'loc'));
  const articles = addresses.filter((address) => /-[0-9a-z]{26}$/.test(address));
  expect(articles.toSorted()).toEqual((await liveAddresses()).toSorted());
  expect(articles).toContain(portal.url + hostile.url);
  for (const path of ['/', '/thong-bao', '/ngay/2026-05-22', '/thang/2026-05']) {
    expect(addresses).toContain(portal.url + path);
  }
});

test('lists articles of the last two days in the news sitemap', async () => {
  const twoDaysAgo = new Date(Date.now() - 49 * 3_600_000).toISOString();
  const old = await published({ title: 'Cũ rồi', category: 'thong-bao' }, twoDaysAgo);
  const xml = await text('/news-sitemap.xml');
  expect(await xmlErrors('news-sitemap', xml)).toEqual([]);
  expect(xml).toContain(hostile.url);
  expect(xml).not.toContain(old.url);
});

test('serves valid sitemaps without articles', async () => {
  portal.setClock(new Date('2100-01-01'));
  const news = await (await fetch(`${portal.gatewayUrl}/news-sitemap.xml`)).text();
  // The schema requires an address: the home page.
  expect(all(news, 'loc')).toEqual([`${portal.url}/`]);
  expect(await xmlErrors('news-sitemap', news)).toEqual([]);
  expect(await xmlErrors('sitemap', await text('/sitemap.xml?thang=1999-01'))).toEqual([]);
});

test.each(['/sitemap.xml?thang=2999-01', '/sitemap.xml?thang=x', '/sitemap.xml?thang=2021-13'])(
  '%s is not one',
  async (path) => {
    expect((await get(path)).status).toBe(404);
  },
);

test('lists the sitemaps in robots.txt, and disallows the admin API', async () => {
  const robots = await text('/robots.txt');
  expect(robots).toContain(`Sitemap: ${portal.url}/sitemap.xml\n`);
  expect(robots).toContain('Disallow: /api/\n');
});
