import { routes } from '../../../shared/routes.ts';
import { consolePath } from '../../api/callbacks.ts';
import { extractLinks } from '../mirror/extract-links.ts';
import { certificateProblem, readCertificate } from './certificate.ts';
import type { Finding, Probe } from './probe.ts';
import { articleOnHomePage, newestArticles, readApi } from './read-portal.ts';

export type Check = { name: string; run: (probe: Probe, now: Date) => Promise<Finding> };

const noArticle: Finding = { skipped: 'nothing is published yet' };
const failedIf = (isWrong: boolean, sentence: string): Finding => (isWrong ? { failed: sentence } : null);

/** Response headers of every reply (`infra/edge/response-headers.ts`), and a part of their values. */
const securityHeaders = {
  'strict-transport-security': 'max-age=',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'content-security-policy': "default-src 'none'",
  'referrer-policy': 'origin',
  'permissions-policy': 'camera=()',
  'cross-origin-opener-policy': 'same-origin',
};

/** Routes that need a token, and no id in their path. */
const staffPaths = routes
  .filter(({ access, route }) => access === 'staff' && /^GET [^{]*$/.test(route))
  .map(({ route }) => route.slice('GET '.length));

const isSecure = ({ origin }: Probe) => origin.startsWith('https:');
const pictureOf = (html: string) =>
  extractLinks(html).find((link) => /^\/images\/.+\.(webp|jpg)$/.test(link));

/** What a deployed portal is asked. Nothing is written: no beacon is sent, and no token. */
export const checks: readonly Check[] = [
  {
    name: 'TLS',
    run: async (probe, now) => {
      if (!isSecure(probe)) return { skipped: 'the address is on this machine' };
      const problem = certificateProblem(await readCertificate(new URL(probe.origin), probe.timeoutMs), now);
      return problem === null ? null : { failed: problem };
    },
  },
  {
    name: 'redirect to https',
    run: async (probe) => {
      if (!isSecure(probe)) return { skipped: 'the address is on this machine' };
      const url = `http://${new URL(probe.origin).hostname}/`;
      const { status, headers } = await probe.getUrl(url);
      const leadsTo = headers.get('location') ?? 'nowhere';
      return failedIf(
        leadsTo !== `${probe.origin}/`,
        `${url} answers with ${status} and leads to ${leadsTo}.`,
      );
    },
  },
  {
    name: 'home page',
    run: async (probe) => {
      const html = await probe.read('/', 'text/html');
      return failedIf(!/<title>[^<]+<\/title>/.test(html), 'The home page has no title.');
    },
  },
  {
    name: 'article',
    run: async (probe) => {
      const article = await articleOnHomePage(probe);
      if (!article) return noArticle;
      const html = await probe.read(article.url, 'text/html');
      return failedIf(!html.includes(article.id), `${article.url} is not the page of its article.`);
    },
  },
  {
    name: 'list of a category',
    run: async (probe) => {
      const [newest] = await newestArticles(probe);
      if (!newest) return noArticle;
      const path = `/${newest.category}`;
      const links = extractLinks(await probe.read(path, 'text/html'));
      return failedIf(!links.includes(newest.url), `${path} lacks its newest article, ${newest.url}.`);
    },
  },
  {
    name: 'picture',
    run: async (probe) => {
      const path = pictureOf(await probe.read('/', 'text/html'));
      if (!path) return { skipped: 'the home page shows none' };
      await probe.read(path, 'image/');
      return null;
    },
  },
  {
    name: 'search',
    run: async (probe) => {
      const article = await articleOnHomePage(probe);
      if (!article) return noArticle;
      const query = `q=${encodeURIComponent(article.title)}`;
      await probe.read(`/tim-kiem?${query}`, 'text/html');
      const { items } = await readApi(probe, `/api/search?${query}`, 'SearchResult');
      return failedIf(
        !items.some(({ id }) => id === article.id),
        `The search does not find “${article.title}” by its title.`,
      );
    },
  },
  {
    name: 'article as JSON',
    run: async (probe) => {
      const [newest] = await newestArticles(probe);
      if (!newest) return noArticle;
      await readApi(probe, `/api/articles/${newest.id}`, 'PublicArticle');
      return null;
    },
  },
  {
    name: 'numbers of visits',
    run: async (probe) => {
      await readApi(probe, '/api/visits', 'Totals');
      return null;
    },
  },
  {
    name: 'RSS feed',
    run: async (probe) => {
      const rss = await probe.read('/rss.xml', 'application/rss+xml');
      const links = (await newestArticles(probe)).slice(0, 1).map(({ url }) => probe.origin + url);
      return failedIf(!links.every((link) => rss.includes(link)), '/rss.xml lacks the newest article.');
    },
  },
  {
    name: 'sitemap',
    run: async (probe) => {
      const xml = await probe.read('/sitemap.xml', 'application/xml');
      return failedIf(
        !xml.includes(`<loc>${probe.origin}/`),
        `/sitemap.xml names no address of ${probe.origin}.`,
      );
    },
  },
  {
    name: 'robots.txt',
    run: async (probe) => {
      const text = await probe.read('/robots.txt', 'text/plain');
      const line = `Sitemap: ${probe.origin}/sitemap.xml`;
      return failedIf(!text.includes(line), `/robots.txt has no line “${line}”.`);
    },
  },
  {
    name: 'page that is not there',
    run: async (probe) => {
      const path = '/khong-co-trang-nay';
      const { status } = await probe.get(path);
      return failedIf(status !== 404, `${path} answers with ${status}, not with 404.`);
    },
  },
  {
    name: 'console',
    run: async (probe) => {
      const files = extractLinks(await probe.read(consolePath, 'text/html')).filter((link) =>
        link.endsWith('.js'),
      );
      for (const file of files) await probe.read(file, 'text/javascript');
      return failedIf(files.length === 0, `${consolePath} names no script.`);
    },
  },
  {
    name: 'security headers',
    run: async (probe) => {
      for (const path of ['/', '/api/articles', consolePath]) {
        const { headers } = await probe.get(path);
        const missing = Object.entries(securityHeaders)
          .filter(([name, part]) => !headers.get(name)?.includes(part))
          .map(([name]) => name);
        if (missing.length > 0) return { failed: `${path} is sent without ${missing.join(', ')}.` };
      }
      return null;
    },
  },
  {
    name: 'admin API without a token',
    run: async (probe) => {
      const answers = await Promise.all(staffPaths.map((path) => probe.get(path)));
      const open = staffPaths.filter((_, index) => answers[index]?.status !== 401);
      return failedIf(open.length > 0, `${open.join(', ')}: no 401 for a request without a token.`);
    },
  },
];
