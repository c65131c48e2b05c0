import { expect, test } from 'vitest';
import { defaultSettings } from '../../../shared/site/default-settings.ts';
import { siteSettings } from '../../../shared/site/settings.ts';

test('accepts the settings of a new site', () => {
  expect(siteSettings.parse(defaultSettings)).toEqual(defaultSettings);
});

const alert = { text: 'Bão số 9', url: '', from: '2026-11-24T00:00:00Z', to: '2026-11-26T00:00:00+07:00' };
const page = { slug: 'gioi-thieu', name: 'Giới thiệu', article: '01kb0000000000000000000000' };

test('accepts an alert, links, pages, a badge and an EMC id', () => {
  const settings = {
    alert,
    links: [{ name: 'Tỉnh', url: 'https://vinhlam.example/' }],
    pages: [
      page,
      {
        slug: 'about',
        name: 'About',
        article: '01kb0000000000000000000001',
        language: 'en',
        translationOf: 'gioi-thieu',
      },
    ],
    trustBadge: { domain: 'hacvan.gov.example', page: 'hacvangov-1606288529' },
    emcSiteId: '4064',
  };
  expect(siteSettings.parse({ ...defaultSettings, ...settings })).toMatchObject(settings);
});

test.each(['/thong-bao', '/thong-bao/bao-so-9?a=//b#c', '/thông-báo', 'https://vinhlam.example/a?b#c'])(
  'accepts an alert that leads to %s',
  (url) => {
    expect(siteSettings.parse({ ...defaultSettings, alert: { ...alert, url } }).alert?.url).toBe(url);
  },
);

test.each<[string, object]>([
  ['no category', { categories: [] }],
  ['a category at a path of something else', { categories: [{ slug: 'api', name: 'API' }] }],
  [
    'two categories at one path',
    {
      categories: [
        { slug: 'a', name: 'A' },
        { slug: 'a', name: 'B' },
      ],
    },
  ],
  ['a path that is no path', { categories: [{ slug: 'Thông báo', name: 'Thông báo' }] }],
  ['no name', { name: ' ' }],
  ['an address that is no address', { email: 'ubnd' }],
  ['an unknown field', { colour: 'red' }],
  ['a link that runs', { links: [{ name: 'A', url: 'javascript:alert(1)' }] }],
  ['a link that leads nowhere', { links: [{ name: 'A', url: 'vinhlam' }] }],
  ['a badge that is no domain', { trustBadge: { domain: 'a"><script>', page: 'a-1' } }],
  ['a badge on no page', { trustBadge: { domain: 'hacvan.example', page: '../x' } }],
  ['an EMC number that is code', { emcSiteId: "1']);alert(1)//" }],
  ['an alert that ends before it begins', { alert: { ...alert, to: '2026-11-01T00:00:00Z' } }],
  ['an alert without words', { alert: { ...alert, text: '' } }],
  ['an alert that leads to another site by a trick', { alert: { ...alert, url: '//evil.example' } }],
  ...['/\t/evil.example', '/\\evil.example', '/a//b', '/..//evil.example', '/tin tuc', '/a\ufffe'].map(
    (url): [string, object] => [
      `an alert that leads to ${JSON.stringify(url)}`,
      { alert: { ...alert, url } },
    ],
  ),
  ...['https:\\\\evil.example', 'https:evil.example', 'https://a.example/\u0001b'].map(
    (url): [string, object] => [`a link to ${JSON.stringify(url)}`, { links: [{ name: 'A', url }] }],
  ),
  ['an alert at no time', { alert: { ...alert, from: '31/02/2026' } }],
  ['a page at the address of the site map', { pages: [{ ...page, slug: 'so-do-trang' }] }],
  ['two pages at one address', { pages: [page, { ...page, article: '01kb0000000000000000000001' }] }],
  ['one article as two pages', { pages: [page, { ...page, slug: 'khac' }] }],
  ['a translation of nothing', { pages: [{ ...page, translationOf: 'khong-co' }] }],
  ['a banner that is no image', { banner: 'anh.jpg' }],
])('refuses settings with %s', (_, fields) => {
  expect(siteSettings.safeParse({ ...defaultSettings, ...fields }).success).toBe(false);
});
