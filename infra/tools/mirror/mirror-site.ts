import { setTimeout } from 'node:timers/promises';
import { reportProgress } from '../../cli/progress.ts';
import { extractLinks } from './extract-links.ts';
import { type Mirror, type MirrorStorage, openMirror } from './mirror.ts';

/** Requests in parallel. */
const concurrency = 4;
/** Attempts at an address while the site throttles, and milliseconds between two. */
const throttledAttempts = 30;
const throttledWaitMs = 1_000;
/** Start of the crawl: everything else is linked from these. */
const seeds = ['/', '/luot-truy-cap', '/robots.txt', '/sitemap.xml', '/rss.xml', '/api/articles'];
/** Any path that the site answers with its error page. */
const missingPath = '/khong-co-trang-nay';

type Get = (path: string) => Promise<Response>;
type Wait = (ms: number) => Promise<unknown>;
type ArticleList = { items: { id: string; url: string }[]; next: string | null };

/**
 * Crawls a portal's public site into a storage as static files: pages, pictures, feeds, articles as JSON, checksums. Requests go
 * through the edge, so the files are what readers see. Throws when a linked path cannot be fetched.
 */
export const mirrorSite = async (siteUrl: string, storage: MirrorStorage, wait: Wait = setTimeout) => {
  const get = (path: string) => getWhenAllowed(siteUrl + path, wait);
  const mirror = await openMirror(storage);
  const seen = new Set<string>(seeds);
  const queue = [...seeds];
  const enqueue = (path: string) => {
    if (seen.has(path)) return;
    seen.add(path);
    queue.push(path);
  };
  const worker = async () => {
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
      reportProgress(`Mirroring ${siteUrl} … ${seen.size - queue.length} of ${seen.size}`);
      for (const link of await mirrorPath(get, mirror, path)) enqueue(link);
    }
  };
  // A worker ends when the queue is empty, though others may still add to it: then all are started again.
  while (queue.length > 0) await Promise.all(Array.from({ length: concurrency }, worker));
  const errorPage = await (await get(missingPath)).text();
  await mirror.write('404.html', mirror.transformHtml(errorPage), 'text/html; charset=utf-8');
  return mirror.finish();
};

/** Fetches a path into the mirror. Returns the paths that it links to. */
const mirrorPath = async (get: Get, mirror: Mirror, path: string): Promise<string[]> => {
  if (path.startsWith('/images/') && mirror.retain(mirror.keyOf(path, 'image/') ?? '')) return [];
  const reply = await get(path);
  // Not every site has every seed.
  if (reply.status === 404 && seeds.includes(path)) return [];
  if (!reply.ok) throw new Error(`${path}: ${reply.status}`);
  const type = reply.headers.get('content-type') ?? '';
  const key = mirror.keyOf(path, type);
  if (type.startsWith('text/html')) {
    const html = await reply.text();
    if (key) await mirror.write(key, mirror.transformHtml(html), type);
    return extractLinks(html);
  }
  const bytes = Buffer.from(await reply.arrayBuffer());
  if (key) await mirror.write(key, bytes, type);
  return /^\/api\/articles(\?|$)/.test(path) ? pathsOfList(JSON.parse(bytes.toString()) as ArticleList) : [];
};

/** Gets an address, and waits while the site throttles: a first mirror asks for more pages at once than readers do. */
const getWhenAllowed = async (url: string, wait: Wait): Promise<Response> => {
  for (let attempt = 1; ; attempt += 1) {
    const reply = await fetch(url);
    if (reply.status !== 429 || attempt === throttledAttempts) return reply;
    await reply.arrayBuffer();
    await wait(throttledWaitMs);
  }
};

const pathsOfList = ({ items, next }: ArticleList): string[] => [
  ...items.flatMap(({ id, url }) => [url, `/api/articles/${id}`]),
  ...(next ? [`/api/articles?cursor=${next}`] : []),
];
