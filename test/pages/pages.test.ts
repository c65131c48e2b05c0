import { describe, expect, test } from 'vitest';
import { toPicture } from '../../shared/images/picture.ts';
import { articlePage } from '../../shared/pages/article-page.tsx';
import { categoryPage } from '../../shared/pages/category-page.tsx';
import { suggestionsScript, visitsScript } from '../../shared/pages/content-security-policy.ts';
import { errorPage } from '../../shared/pages/error-page.tsx';
import { homePage } from '../../shared/pages/home-page.tsx';
import { notFoundPage } from '../../shared/pages/not-found-page.tsx';
import { aFeedItem, aLiveArticle, aSite } from '../support/a-site.ts';
import { anImage } from '../support/an-image.ts';

const site = aSite();
const now = new Date('2026-11-24T05:00:00.000Z');
const news = [...Array(12).keys()].map((n) => aFeedItem(n));
const [category] = site.categories;
if (!category) throw new Error('A site has a category');

const totals = { total: 12_281_929, today: 1204, month: 33_461, online: 61, since: '2015-03-01' };
const mostRead = { days7: [], days30: [] };
const home = (latest = news, view: Partial<Parameters<typeof homePage>[0]> = {}) =>
  homePage({ site, latest, mostRead, totals, now, origin: '', ...view });
const list = (view: Partial<Parameters<typeof categoryPage>[0]> = {}) =>
  categoryPage({
    site,
    category,
    items: news,
    next: null,
    isFirstPage: true,
    totals,
    now,
    origin: '',
    ...view,
  });
const article = (fields = {}, view: Partial<Parameters<typeof articlePage>[0]> = {}) =>
  articlePage({ site, article: aLiveArticle(fields), related: [], totals, now, origin: '', ...view });

describe.each([
  ['home', home()],
  ['an empty home', home([])],
  ['a category', list()],
  ['an article', article()],
  ['not found', notFoundPage({ site, totals })],
  ['an error', errorPage({ status: 503, requestId: 'r' })],
])('%s', (_, html) => {
  test('is a whole page in Vietnamese with one title, one main part and one first heading', () => {
    expect(html).toMatch(/^<!doctype html><html lang="vi">/);
    for (const tag of ['<title>', '<main', '<h1']) expect([tag, html.split(tag).length]).toEqual([tag, 2]);
  });

  test('loads nothing, and runs nothing but the scripts that suggest titles and count its reader', () => {
    const others = html
      .replace(`<script>${visitsScript}</script>`, '')
      .replace(`<script>${suggestionsScript}</script>`, '');
    expect(others).not.toMatch(/<script|<iframe|<img|@import| style=| on\w+=|url\(/);
  });
});

test('an article that stands on no list yet is said so, not left blank', () => {
  expect(home([])).toContain('Chưa có tin nào được đăng');
  expect(list({ items: [] })).toContain('Chuyên mục chưa có tin.');
});

test('a list leads on to what is older, and back to what is newest', () => {
  expect(list()).not.toContain('class="pager"');
  expect(list({ next: 'abc' })).toContain('href="/tin-tuc?truoc=abc"');
  const second = list({ isFirstPage: false });
  expect(second).toContain('<a href="/tin-tuc">Tin mới nhất</a>');
  expect(second).toContain('<meta name="robots" content="noindex, follow"/>');
});

test('the entry of the navigation that one is at is marked', () => {
  expect(list()).toContain('<a href="/tin-tuc" aria-current="page">');
  expect(home()).toContain('<a href="/" aria-current="page">');
});

test('an article shows when it was published, and says a correction only of a later day', () => {
  const publishedAt = '2021-10-21T02:00:00.000Z';
  expect(article({ publishedAt, updatedAt: publishedAt })).not.toContain('Ngày cập nhật');
  expect(article({ publishedAt, updatedAt: '2021-10-21T09:00:00.000Z' })).not.toContain('Ngày cập nhật');
  const corrected = article({ publishedAt, updatedAt: '2021-10-22T02:00:00.000Z' });
  expect(corrected).toContain('<time datetime="2021-10-21T02:00:00.000Z">21/10/2021 09:00</time>');
  expect(corrected).toContain('<time datetime="2021-10-22T02:00:00.000Z">22/10/2021</time>');
});

test('an article names its author, source and other news', () => {
  const html = article(
    { author: 'Lan', source: 'Văn phòng', tags: ['một', 'hai'] },
    { related: news.slice(1, 3) },
  );
  for (const text of ['Lan', 'Nguồn: Văn phòng', 'một, hai', 'Các tin khác', 'Tin số 1.', 'Tin số 2.']) {
    expect(html).toContain(text);
  }
  expect(article()).not.toContain('Các tin khác');
});

test('an article of a category that is gone is still an article', () => {
  expect(article({ category: 'da-bo' })).toContain('Đoạn một.');
});

test('an article describes itself in Dublin Core and Open Graph, with absolute addresses where the site has a name', () => {
  const html = article({}, { origin: 'https://hacvan.example' });
  const path = '/tin-tuc/tin-so-0-01kb0000000000000000000000';
  expect(html).toContain(`<link rel="canonical" href="https://hacvan.example${path}"/>`);
  expect(html).toContain(`<meta property="og:url" content="https://hacvan.example${path}"/>`);
  for (const name of ['title', 'creator', 'date', 'description', 'publisher', 'identifier', 'language']) {
    expect(html).toContain(`<meta name="DC.${name}" content="`);
  }
  expect(html).toContain('facebook.com/sharer');
  expect(article()).not.toMatch(/og:url|facebook/);
});

test('what is shared of an article shows its picture, and says what it shows', () => {
  const cover = toPicture(anImage(1, { alt: 'Bờ kè buổi sáng' }));
  const html = article({ cover }, { origin: 'https://hacvan.example' });
  expect(html).toContain(`<meta property="og:image" content="https://hacvan.example/images/${cover.id}"/>`);
  expect(html).toContain('<meta property="og:image:alt" content="Bờ kè buổi sáng"/>');
  expect(article({ cover })).not.toContain('og:image');
});

test('a picture offers every size in both formats, and keeps its place', () => {
  const cover = toPicture(anImage(1, { alt: 'Bờ kè' }));
  const html = article({ cover });
  for (const width of [480, 960, 1600]) {
    for (const extension of ['webp', 'jpg']) {
      expect(html).toContain(`/images/${cover.id}/${width}-0123456789.${extension} ${width}w`);
    }
  }
  expect(html).toContain('width="1600" height="1200" alt="Bờ kè"');
});

test('a figure whose picture is not known stays a picture at its plain address', () => {
  const body = `<figure><img src="/images/${anImage(2).id}" /></figure>`;
  expect(article({ body })).toContain(body);
});

test('an article without a summary is described by its first words', () => {
  expect(article({ summary: '' })).toContain('<meta name="description" content="Đoạn một. Mục Đoạn hai."/>');
});

test('the footer says who answers for the site, and links that dial and write', () => {
  expect(home()).toContain('Chịu trách nhiệm nội dung: Bà Đỗ Thị Minh Hạnh, Chủ tịch');
  expect(home()).toContain('<a href="tel:02000001234">0200 000 1234</a>');
  expect(home()).toContain('<a href="mailto:ubnd@hacvan.example">');
});

test('particulars that a site has not given leave no empty lines', () => {
  const bare = aSite({ superior: '', responsible: '', address: '', telephone: '', email: '' });
  const html = home([], { site: bare });
  expect(html).not.toMatch(/Chịu trách nhiệm|Địa chỉ|Điện thoại|Thư điện tử|class="superior"/);
});

test('what an editor types as text stays text', () => {
  const nasty = '"><script>x</script>';
  const html = article({ title: nasty, summary: nasty, author: nasty, source: nasty, tags: [nasty] });
  expect(html).not.toContain('<script>x');
});
