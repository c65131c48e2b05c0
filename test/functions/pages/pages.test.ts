import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { articlePage } from '../../../functions/pages/views/article-page.tsx';
import { categoryPage } from '../../../functions/pages/views/category-page.tsx';
import { dayPage } from '../../../functions/pages/views/day-page.tsx';
import { homePage } from '../../../functions/pages/views/home-page.tsx';
import type { ListPage } from '../../../functions/pages/views/list-page.tsx';
import { monthPage } from '../../../functions/pages/views/month-page.tsx';
import { notFoundPage } from '../../../functions/pages/views/not-found-page.tsx';
import { toPicture } from '../../../shared/images/picture.ts';
import { contentSecurityPolicy } from '../../../shared/pages/content-security-policy.ts';
import { errorPage } from '../../../shared/pages/error-page.tsx';
import { anImage } from '../../support/image-fixture.ts';
import { aFeedItem, aLiveArticle, aSite } from '../../support/site-fixture.ts';

const site = aSite();
const now = new Date('2026-11-24T05:00:00.000Z');
const news = [...Array(12).keys()].map((n) => aFeedItem(n));
const [category] = site.categories;
if (!category) throw new Error('A site has a category');

const totals = { total: 12_281_929, today: 1204, month: 33_461, online: 61, since: '2015-03-01' };
const mostRead = { days7: [], days30: [] };
const context = { site, totals, now, origin: 'https://hacvan.example' };

const home = (latest = news, view: Partial<Parameters<typeof homePage>[0]> = {}) =>
  homePage({ ...context, latest, mostRead, ...view });
const list = (fields: Partial<ListPage> = {}) => {
  const page = { path: '/tin-tuc', items: news, newer: null, older: null, isFirstPage: true, ...fields };
  return categoryPage({ ...context, category, page });
};
const article = (fields = {}, view: Partial<Parameters<typeof articlePage>[0]> = {}) =>
  articlePage({ ...context, article: aLiveArticle(fields), newer: [], older: [], ...view });
const day = (view: Partial<Parameters<typeof dayPage>[0]> = {}) =>
  dayPage({
    ...context,
    day: '2026-06-27',
    items: news.slice(0, 2),
    isFuture: false,
    before: '2026-06-20',
    after: '2026-07-01',
    ...view,
  });
const month = (view: Partial<Parameters<typeof monthPage>[0]> = {}) =>
  monthPage({
    ...context,
    month: '2026-06',
    days: ['2026-06-27', '2026-06-27', '2026-06-30'],
    before: '2026-03',
    after: null,
    ...view,
  });

describe.each([
  ['home', home()],
  ['an empty home', home([])],
  ['a category', list()],
  ['an article', article()],
  ['a day', day()],
  ['a month', month()],
  ['not found', notFoundPage({ ...context, reason: 'Không có bài viết này.' })],
  ['an error', errorPage({ kind: 'unavailable', requestId: 'r' })],
  ['a throttled page', errorPage({ kind: 'overloaded', requestId: 'r' })],
])('%s', (_, html) => {
  test('is a page in Vietnamese with one title, one main element and one h1', () => {
    expect(html).toMatch(/^<!doctype html><html lang="vi">/);
    for (const tag of ['<title>', '<main', '<h1']) expect([tag, html.split(tag).length]).toEqual([tag, 2]);
  });

  test('loads nothing, and runs only scripts that its policy names', () => {
    expect(html).not.toMatch(/<iframe|<img|@import| style=| on\w+=|url\(| src=/);
    const scripts = Array.from(html.matchAll(/<script>([\s\S]*?)<\/script>/g), ([, text = '']) => text);
    const data = html.split('<script type="application/ld+json">').length - 1;
    expect(html.split('<script').length - 1).toBe(scripts.length + data);
    for (const text of scripts) {
      const hash = createHash('sha256').update(text).digest('base64');
      expect(contentSecurityPolicy).toContain(`'sha256-${hash}'`);
    }
  });
});

test('says that a list is empty', () => {
  expect(home([])).toContain('Chưa có tin nào được đăng');
  expect(list({ items: [] })).toContain('Chuyên mục chưa có tin.');
});

test('links older articles, and the newest', () => {
  expect(list()).not.toContain('class="pager"');
  expect(list({ older: 'abc' })).toContain('href="/tin-tuc?truoc=abc"');
  const second = list({ isFirstPage: false, newer: 'def' });
  expect(second).toContain('href="/tin-tuc?sau=def"');
  expect(second).toContain('<a href="/tin-tuc">Tin mới nhất</a>');
  expect(second).toContain('<meta name="robots" content="noindex, follow"/>');
});

test('marks the current entry of the navigation', () => {
  expect(list()).toContain('<a href="/tin-tuc" aria-current="page">');
  expect(home()).toContain('<a href="/" aria-current="page">');
});

test('shows the publication date, and the date of update if it is a later day', () => {
  const publishedAt = '2021-10-21T02:00:00.000Z';
  expect(article({ publishedAt, updatedAt: publishedAt })).not.toContain('Ngày cập nhật');
  expect(article({ publishedAt, updatedAt: '2021-10-21T09:00:00.000Z' })).not.toContain('Ngày cập nhật');
  const corrected = article({ publishedAt, updatedAt: '2021-10-22T02:00:00.000Z' });
  expect(corrected).toContain('<time datetime="2021-10-21T02:00:00.000Z">21/10/2021 09:00</time>');
  expect(corrected).toContain('<time datetime="2021-10-22">22/10/2021</time>');
});

test('shows the author, source and related articles', () => {
  const html = article(
    { author: 'Lan', source: 'Văn phòng', tags: ['một', 'hai'] },
    { newer: news.slice(1, 2), older: news.slice(2, 3) },
  );
  for (const text of [
    'Lan',
    'Nguồn: Văn phòng',
    'href="/the/mot"',
    'Mới hơn',
    'Tin số 1.',
    'Cũ hơn',
    'Tin số 2.',
  ]) {
    expect(html).toContain(text);
  }
  expect(article()).not.toContain('Các tin khác');
});

test('renders an article of a removed category', () => {
  expect(article({ category: 'da-bo' })).toContain('Đoạn một.');
});

test('has Dublin Core and Open Graph metadata with absolute URLs', () => {
  const html = article({}, { origin: 'https://hacvan.example' });
  const path = '/tin-tuc/tin-so-0-01kb0000000000000000000000';
  expect(html).toContain(`<link rel="canonical" href="https://hacvan.example${path}"/>`);
  expect(html).toContain(`<meta property="og:url" content="https://hacvan.example${path}"/>`);
  for (const name of ['title', 'creator', 'date', 'description', 'publisher', 'identifier', 'language']) {
    expect(html).toContain(`<meta name="DC.${name}" content="`);
  }
  expect(html).toContain('facebook.com/sharer');
});

test('has an Open Graph image with its description', () => {
  const cover = toPicture(anImage(1, { alt: 'Bờ kè buổi sáng' }));
  const html = article({ cover }, { origin: 'https://hacvan.example' });
  expect(html).toContain(`<meta property="og:image" content="https://hacvan.example/images/${cover.id}"/>`);
  expect(html).toContain('<meta property="og:image:alt" content="Bờ kè buổi sáng"/>');
});

test('offers the image of a text in every size, with its dimensions, and a JPEG', () => {
  const cover = toPicture(anImage(1, { alt: 'Bờ kè' }));
  const html = article({ cover });
  for (const width of [240, 480, 960, 1600]) {
    expect(html).toContain(`/images/${cover.id}/${width}-0123456789.webp ${width}w`);
  }
  expect(html).toContain(`<img src="/images/${cover.id}" `);
  expect(html).toContain('width="1600" height="1200" alt="Bờ kè"');
});

test('renders a figure with an unknown image at its plain URL', () => {
  const body = `<figure><img src="/images/${anImage(2).id}" /></figure>`;
  expect(article({ body })).toContain(body);
});

test('describes an article without a summary by its first words', () => {
  expect(article({ summary: '' })).toContain('<meta name="description" content="Đoạn một. Mục Đoạn hai."/>');
});

test('shows the responsible person in the footer, with phone and mail links', () => {
  expect(home()).toContain('Chịu trách nhiệm nội dung: Bà Đỗ Thị Minh Hạnh, Chủ tịch');
  expect(home()).toContain('<a href="tel:02000001234">0200 000 1234</a>');
  expect(home()).toContain('<a href="mailto:ubnd@hacvan.example">');
});

test('leaves out particulars that are not set', () => {
  const bare = aSite({ superior: '', responsible: '', address: '', telephone: '', email: '' });
  const html = home([], { site: bare });
  expect(html).not.toMatch(/Chịu trách nhiệm|Địa chỉ|Điện thoại|Thư điện tử|class="superior"/);
});

test('escapes text of editors', () => {
  const nasty = '"><script>x</script>';
  expect(
    article({ title: nasty, summary: nasty, author: nasty, source: nasty, tags: [nasty] }),
  ).not.toContain('<script>x');
});

test('links each day of a month with its number of articles', () => {
  const html = month();
  expect(html).toContain(
    '<a href="/ngay/2026-06-27">27<span class="hidden">/06/2026:</span> <small>2 tin</small></a>',
  );
  expect(html).not.toContain('href="/ngay/2026-06-28"');
  expect(html).toContain('href="/thang/2026-03"');
});

test('marks today in its month', () => {
  expect(month({ month: '2026-11', days: [] })).toContain('<td aria-current="date"><span>24</span></td>');
});

test('says why a day is empty, and links days with articles', () => {
  expect(day({ items: [] })).toContain('Không có tin nào được đăng trong ngày này.');
  expect(day({ items: [], isFuture: true })).toContain('Ngày này chưa đến.');
  expect(day({ items: [], before: null })).toContain('Tin đầu tiên được đăng ngày 01/07/2026.');
  expect(day({ items: [] })).toContain('href="/ngay/2026-06-20"');
});
