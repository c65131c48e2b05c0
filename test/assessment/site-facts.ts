import { lookup } from 'node:dns/promises';

/** A page as it was received. */
type Page = { path: string; status: number; headers: Headers; text: string };

/** What the criteria are judged by. */
export type SiteFacts = {
  url: URL;
  home: Page;
  article: Page;
  search: Page;
  siteMap: Page;
  statistics: Page;
  missing: Page;
  feed: Page;
  sitemap: Page;
  articleApi: Page;
  /** Versions of IP under which the host has an address. */
  ipVersions: readonly number[];
  /** Where `http://` leads to; null when nothing answers there. */
  insecureLocation: string | null;
};

type ArticleList = { items: { title: string; url: string }[] };

/** Reads the pages of a portal that the criteria ask about. Throws when one is out of reach, or the portal has no article. */
export const readSite = async (address: string): Promise<SiteFacts> => {
  const url = new URL(address);
  const page = async (path: string): Promise<Page> => {
    const reply = await fetch(new URL(path, url));
    return { path, status: reply.status, headers: reply.headers, text: await reply.text() };
  };
  const articleApi = await page('/api/articles');
  const [newest] = (JSON.parse(articleApi.text) as ArticleList).items;
  if (!newest) throw new Error(`${url.origin} has no article to assess.`);
  const words = newest.title.split(' ').slice(0, 3).join(' ');
  const [home, article, search, siteMap, statistics, missing, feed, sitemap] = await Promise.all([
    page('/'),
    page(newest.url),
    page(`/tim-kiem?q=${encodeURIComponent(words)}`),
    page('/trang/so-do-trang'),
    page('/luot-truy-cap'),
    page('/khong-co-trang-nay'),
    page('/rss.xml'),
    page('/sitemap.xml'),
  ]);
  return {
    url,
    ...{ home, article, search, siteMap, statistics, missing, feed, sitemap, articleApi },
    ipVersions: await ipVersionsOf(url.hostname),
    insecureLocation: await insecureLocationOf(url),
  };
};

const ipVersionsOf = async (host: string): Promise<number[]> => {
  const addresses = await lookup(host, { all: true }).catch(() => []);
  return [...new Set(addresses.map(({ family }) => family))].sort();
};

const insecureLocationOf = async ({ hostname }: URL): Promise<string | null> => {
  const reply = await fetch(`http://${hostname}/`, { redirect: 'manual' }).catch(() => null);
  return reply?.headers.get('location') ?? null;
};
