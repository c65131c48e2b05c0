import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { sharedDemo } from '../../support/use-demo.ts';
import { htmlErrors } from '../../support/validate-html.ts';

const { portal, html: pages } = await sharedDemo();
const htmlOf = (kind: string) => pages.get(kind) ?? '';

test('passes the Nu HTML checker on every kind of page', async () => {
  expect(await htmlErrors(pages)).toEqual([]);
});

test('detects an invalid page with the checker', async () => {
  const broken = htmlOf('home').replace('<main', '<p><main').replace('</title>', '</title><title>x</title>');
  expect((await htmlErrors(new Map([['broken', broken]]))).length).toBeGreaterThan(0);
});

const address = z.url({ protocol: /^https?$/ });
const instant = z.iso.datetime();
const agency = z.object({
  '@type': z.literal('GovernmentOrganization'),
  name: z.string(),
  url: z.optional(address),
});
/** https://developers.google.com/search/docs/appearance/structured-data/article */
const newsArticle = z.strictObject({
  '@type': z.literal('NewsArticle'),
  headline: z.string().check(z.minLength(1)),
  description: z.string().check(z.minLength(1)),
  inLanguage: z.literal('vi'),
  url: address,
  mainEntityOfPage: address,
  datePublished: instant,
  dateModified: instant,
  author: z.union([z.object({ '@type': z.literal('Person'), name: z.string() }), agency]),
  publisher: agency,
  image: z.optional(z.array(address)),
  keywords: z.optional(z.array(z.string())),
});
/** https://developers.google.com/search/docs/appearance/structured-data/breadcrumb */
const trail = z.object({
  '@type': z.literal('BreadcrumbList'),
  itemListElement: z.array(
    z.object({
      '@type': z.literal('ListItem'),
      position: z.int(),
      name: z.string(),
      item: z.optional(address),
    }),
  ),
});
const jsonLdOf = (html: string): unknown =>
  JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? 'null');

test.each(['an article', 'an article with a gallery'])('%s has structured data', (kind) => {
  const { '@context': context, '@graph': graph } = jsonLdOf(htmlOf(kind)) as Record<string, unknown[]>;
  expect(context).toBe('https://schema.org');
  const [article, way] = z.tuple([newsArticle, trail]).parse(graph);
  expect(article.url).toBe(/<link rel="canonical" href="([^"]+)"/.exec(htmlOf(kind))?.[1]);
  expect(way.itemListElement.map(({ position }) => position)).toEqual([1, 2, 3]);
  expect(way.itemListElement.at(-1)?.name).toBe(article.headline);
});

test('names the organization on the home page', () => {
  expect(jsonLdOf(htmlOf('home'))).toMatchObject({
    '@graph': [{ '@type': 'WebSite' }, { '@type': 'GovernmentOrganization' }],
  });
});

test.each(['an article', 'a static page'])('%s has the six terms of Dublin Core', (kind) => {
  for (const term of ['title', 'creator', 'date', 'description', 'publisher', 'identifier']) {
    expect(htmlOf(kind)).toMatch(new RegExp(`<meta name="DC\\.${term}" content="[^"]+"`));
  }
});

test.each(['home', 'a category'])('%s links its feed', async (kind) => {
  const href =
    /<link rel="alternate" type="application\/rss\+xml"[^>]* href="([^"]+)"/.exec(htmlOf(kind))?.[1] ?? '';
  expect((await fetch(href)).headers.get('content-type')).toContain('rss');
});

test('has absolute URLs where required, and no broken link', async () => {
  const links = new Set<string>();
  for (const html of pages.values()) {
    for (const [, canonical = ''] of html.matchAll(/rel="canonical" href="([^"]*)"/g))
      expect(canonical).toContain(portal.url);
    for (const [, href = ''] of html.matchAll(/<a [^>]*?href="(\/[^"]*)"/g))
      links.add(href.replaceAll('&amp;', '&'));
  }
  const broken = [];
  for (const href of links) {
    const { status } = await fetch(portal.url + href, { redirect: 'manual' });
    if (status !== 200) broken.push(`${status} ${href}`);
  }
  expect(broken).toEqual([]);
});
