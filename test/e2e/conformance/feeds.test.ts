import { expect, test } from 'vitest';
import { loadDemo } from '../../../infra/demo/load.ts';
import { staffApi } from '../../support/staff-api.ts';
import { usePortal } from '../../support/use-portal.ts';
import { xmlErrors } from '../../support/validate-xml.ts';

const portal = await usePortal();
await loadDemo(portal);
const { as, published } = staffApi(portal);
const get = (path: string) => fetch(path.startsWith('http') ? path : portal.url + path);
const text = async (path: string) => (await get(path)).text();
const all = (xml: string, name: string) =>
  Array.from(xml.matchAll(new RegExp(`<${name}>(.*?)</${name}>`, 'g')), ([, inner = '']) => inner);
const decoded = (xml: string) => xml.replaceAll('&amp;', '&');

const hostile = await published({
  title: ']]> & <b>"đậm"</b> \u{1F3EE}\uFFFE',
  summary: '</description><item>',
  category: 'thong-bao',
  body: '<p>]]&gt; <a href="/thong-bao">Thông báo</a></p>',
  author: 'A & B',
});

test.each(['/rss.xml', '/thong-bao/rss.xml', '/kinh-te-do-thi/rss.xml'])(
  '%s is RSS 2.0, whole and newest first',
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

test('a feed holds each article whole, with pictures that lead home', async () => {
  const xml = await text('/rss.xml');
  expect(all(xml, 'pubDate')).toHaveLength(20);
  expect(xml).toContain(`<a href="${portal.url}/thong-bao">Thông báo</a>`);
  expect(xml).not.toMatch(/(src|href)="\//);
  expect(xml).toMatch(/<enclosure [^>]*url="http[^"]+\/images\/[0-9a-z]{26}"/);
  expect(xml).toContain('<figcaption>');
});

test('a category has a feed of its own, and one that is not there has none', async () => {
  const xml = await text('/van-hoa-xa-hoi/rss.xml');
  expect(new Set(xml.match(/[^>]+(?=<\/category>)/g))).toEqual(new Set(['Văn hóa – Xã hội']));
  expect((await get('/khong-co/rss.xml')).status).toBe(404);
});

test('the index names a sitemap for each month since the first news, and they name every article once', async () => {
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
  expect(new Set(articles).size).toBe(articles.length);
  expect(articles).toHaveLength(41);
  expect(articles).toContain(portal.url + hostile.url);
  for (const path of ['/', '/thong-bao', '/ngay/2026-05-22', '/thang/2026-05']) {
    expect(addresses).toContain(portal.url + path);
  }
});

test('the news sitemap holds what is at most two days old', async () => {
  const old = await published({ title: 'Cũ rồi' }, new Date(Date.now() - 49 * 3_600_000).toISOString());
  const xml = await text('/news-sitemap.xml');
  expect(await xmlErrors('news-sitemap', xml)).toEqual([]);
  expect(xml).toContain(hostile.url);
  expect(xml).not.toContain(old.id);
});

test('sitemaps without an article are valid still', async () => {
  await as.editor(`/articles/${hostile.id}/withdraw`, {
    method: 'POST',
    ifMatch: hostile.version,
    body: {},
  });
  expect(await xmlErrors('news-sitemap', await text('/news-sitemap.xml'))).toEqual([]);
  expect(await xmlErrors('sitemap', await text('/sitemap.xml?thang=1999-01'))).toEqual([]);
});

test.each(['/sitemap.xml?thang=2999-01', '/sitemap.xml?thang=x', '/sitemap.xml?thang=2021-13'])(
  '%s is none',
  async (path) => {
    expect((await get(path)).status).toBe(404);
  },
);

test('robots.txt leads to the sitemaps and away from the office', async () => {
  const robots = await text('/robots.txt');
  expect(robots).toContain(`Sitemap: ${portal.url}/sitemap.xml\n`);
  expect(robots).toContain('Disallow: /api/\n');
});
