import { describe, expect, test } from 'vitest';
import { readAsvs } from './asvs.ts';
import { criteria, type Measured } from './criteria.ts';
import { renderSheet } from './sheet.ts';
import { type PageSpeed, speedLimitsMs } from './speed.ts';

const page = (path: string, text = '', status = 200) => ({ path, text, status, headers: new Headers() });
const dublinCore = ['title', 'creator', 'date', 'description', 'publisher', 'identifier']
  .map((name) => `<meta name="DC.${name}">`)
  .join('');

const site: Measured['site'] = {
  url: new URL('https://hacvan.gov.vn'),
  home: {
    ...page('/', 'width=device-width action="/tim-kiem" f-emc.ngsp.gov.vn https://tinnhiemmang.vn/'),
    headers: new Headers({
      'strict-transport-security': 'max-age=31536000',
      'content-security-policy': "default-src 'none'",
    }),
  },
  article: page('/a/b', `action="/tim-kiem" value="print" value="save" <time ${dublinCore}`),
  search: page('/tim-kiem?q=a', '<a href="/a/b">'),
  siteMap: page('/trang/so-do-trang'),
  statistics: page('/luot-truy-cap'),
  missing: page('/khong-co', 'action="/tim-kiem"', 404),
  feed: page('/rss.xml'),
  sitemap: page('/sitemap.xml'),
  articleApi: page('/api/articles'),
  ipVersions: [4, 6],
  insecureLocation: 'https://hacvan.gov.vn/',
};
const speedOf = (part: number): PageSpeed => ({
  name: 'Trang chủ',
  path: '/',
  runsMs: Object.fromEntries(
    Object.entries(speedLimitsMs).map(([audit, limit]) => [audit, [limit * part, limit * part, limit * 9]]),
  ) as PageSpeed['runsMs'],
});
const good: Measured = {
  site,
  speed: [speedOf(0.9)],
  accessibility: [{ name: 'Trang chủ', path: '/', violations: [] }],
};

const verdictsOf = (measured: Measured) =>
  new Map(criteria.map(({ name, judge }) => [name, judge(measured).verdict]));
const notMet = (measured: Measured) =>
  [...verdictsOf(measured)].filter(([, verdict]) => verdict === 'not met').map(([name]) => name);

test('a site that has everything misses no criterion', () => {
  expect(notMet(good)).toEqual([]);
});

describe('finds', () => {
  test.each<[string, Partial<Measured['site']>, RegExp]>([
    [
      'an article without Dublin Core',
      { article: page('/a/b', 'action="/tim-kiem" value="print" value="save" <time') },
      /Dublin Core/,
    ],
    [
      'an article without printing',
      { article: page('/a/b', `action="/tim-kiem" value="save" <time ${dublinCore}`) },
      /In được/,
    ],
    ['a search that finds nothing', { search: page('/tim-kiem?q=a') }, /tìm kiếm/],
    ['no IPv6', { ipVersions: [4] }, /IPv6/],
    ['another domain', { url: new URL('https://hacvan.example') }, /Tên miền/],
    ['http that leads nowhere', { insecureLocation: null }, /^HTTPS/],
    ['a missing feed', { feed: page('/rss.xml', '', 500) }, /JSON, RSS/],
    ['a missing map of the site', { siteMap: page('/trang/so-do-trang', '', 404) }, /Sơ đồ trang/],
  ])('%s', (_, change, name) => {
    const found = notMet({ ...good, site: { ...site, ...change } });
    expect(found).toEqual([expect.stringMatching(name)]);
  });

  test('the slowest page by its median, and a limit that is reached', () => {
    expect(notMet({ ...good, speed: [speedOf(0.5), speedOf(1)] })).toHaveLength(4);
    expect(notMet({ ...good, speed: [] })).toHaveLength(4);
  });

  test('nothing about domain, IPv6 and HTTPS of a portal on this machine', () => {
    const here = { url: new URL('http://127.0.0.1:3000'), ipVersions: [4], insecureLocation: null };
    expect(notMet({ ...good, site: { ...site, ...here } })).toEqual([]);
  });

  test('what axe found', () => {
    const accessibility = [
      { name: 'Trang chủ', path: '/', violations: ['360 px, tối: color-contrast: <a>'] },
    ];
    expect(notMet({ ...good, accessibility })).toEqual([expect.stringContaining('axe-core')]);
  });
});

test('renders every criterion, check and requirement, escaped', () => {
  const judged = criteria.map(({ judge, ...criterion }) => ({ ...criterion, ...judge(good) }));
  const accessibility = [{ name: 'Trang chủ', path: '/', violations: ['image-alt: <img src="x">'] }];
  const asvs = readAsvs();
  const html = renderSheet({
    ...good,
    url: 'https://hacvan.gov.vn',
    at: '2026-11-28T01:00:00Z',
    criteria: judged,
    accessibility,
    asvs,
  });
  expect(html).toContain('lang="vi"');
  expect(html).toContain('image-alt: &lt;img src=');
  for (const { id } of asvs) expect(html).toContain(`<td>${id}</td>`);
  for (const { name } of criteria) expect(html).toContain(name.replaceAll('&', '&amp;'));
});
