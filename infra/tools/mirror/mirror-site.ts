import { setTimeout } from 'node:timers/promises';
import { reportProgress } from '../../cli/progress.ts';
import { extractLinks } from './extract-links.ts';
import { errorPageKey, type Mirror, type MirrorStorage, openMirror } from './mirror.ts';
import { PathError } from './path-error.ts';
import { sitePathOf } from './site-path.ts';

/** Requests in parallel. */
const concurrency = 4;
/** Attempts at an address while the site throttles, and milliseconds between two. */
const throttledAttempts = 30;
const throttledWaitMs = 1_000;
const homePath = '/';
/** Start of the crawl: everything else is linked from these. */
const seeds = [
  homePath,
  '/luot-truy-cap',
  '/robots.txt',
  '/.well-known/security.txt',
  '/sitemap.xml',
  '/rss.xml',
  '/api/articles',
];
/** Any path that the site answers with its error page. */
const missingPath = '/khong-co-trang-nay';

type Get = (path: string) => Promise<Response>;
type Wait = (ms: number) => Promise<unknown>;
type ArticleList = { items: { id: string; url: string }[]; next: string | null };

/** A path that could not be mirrored, and the page that links to it; null for a start of the crawl. */
export type Failure = { path: string; linkedFrom: string | null; reason: string; isFinal: boolean };

/**
 * Crawls a portal's public site into a storage as static files: pages, pictures, feeds, articles as JSON, checksums. Requests go
 * through the edge, so the files are what readers see. Reports the paths that cannot be mirrored and goes on; throws when the home
 * page is one of them. Removes nothing while a failure may be gone in a later run: pages linked only from it are not obsolete.
 */
export const mirrorSite = async (siteUrl: string, storage: MirrorStorage, wait: Wait = setTimeout) => {
  const get = (path: string) => getWhenAllowed(siteUrl + path, wait);
  const mirror = await openMirror(storage);
  const linkedFrom = new Map<string, string | null>(seeds.map((seed) => [seed, null]));
  const queue = [...seeds];
  const failures: Failure[] = [];
  /** Does a part of the work. Reports its failure, if any. */
  const attempt = async (path: string, work: () => Promise<unknown>) => {
    try {
      await work();
    } catch (error) {
      if (path === homePath) throw error;
      failures.push({ path, linkedFrom: linkedFrom.get(path) ?? null, ...failureOf(error) });
    }
  };
  const visit = async (path: string) => {
    for (const link of await mirrorPath(get, mirror, path)) {
      if (linkedFrom.has(link)) continue;
      linkedFrom.set(link, path);
      queue.push(link);
    }
  };
  const worker = async () => {
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
      reportProgress(`Mirroring ${siteUrl} … ${linkedFrom.size - queue.length} of ${linkedFrom.size}`);
      const next = path;
      await attempt(next, () => visit(next));
    }
  };
  // A worker ends when the queue is empty, though others may still add to it: then all are started again.
  while (queue.length > 0) await Promise.all(Array.from({ length: concurrency }, worker));
  await attempt(missingPath, async () => {
    const reply = await get(missingPath);
    const errorPage = mirror.transformHtml(await reply.text(), policyOf(reply));
    await mirror.write(errorPageKey, errorPage, 'text/html; charset=utf-8');
  });
  const isComplete = failures.every(({ isFinal }) => isFinal);
  for (const key of mirror.obsolete()) {
    if (isComplete) await attempt(key, () => mirror.remove(key));
    else mirror.retain(key);
  }
  return { ...(await mirror.finish()), failures };
};

/** Whether the same failure is to be expected of a later run: the link is dead, or its path names no file. */
const failureOf = (error: unknown): { reason: string; isFinal: boolean } => ({
  reason: error instanceof Error ? error.message : String(error),
  isFinal: error instanceof PathError,
});

/** Fetches a path into the mirror. Returns the paths that it links to. Throws when it cannot be fetched or stored. */
const mirrorPath = async (get: Get, mirror: Mirror, path: string): Promise<string[]> => {
  if (path.startsWith('/images/') && mirror.retain(mirror.keyOf(path, 'image/') ?? '')) return [];
  const reply = await get(path);
  // Not every site has every seed.
  if (reply.status === 404 && path !== homePath && seeds.includes(path)) return [];
  if (!reply.ok) throw errorOf(reply.status);
  const type = reply.headers.get('content-type') ?? '';
  const key = mirror.keyOf(path, type);
  if (type.startsWith('text/html')) {
    const html = await reply.text();
    if (key) await mirror.write(key, mirror.transformHtml(html, policyOf(reply)), type);
    return extractLinks(html);
  }
  const bytes = Buffer.from(await reply.arrayBuffer());
  if (key) await mirror.write(key, bytes, type);
  return /^\/api\/articles(\?|$)/.test(path) ? pathsOfList(JSON.parse(bytes.toString()) as ArticleList) : [];
};

const policyOf = (reply: Response) => reply.headers.get('content-security-policy') ?? '';

/** Gets an address, and waits while the site throttles: a first mirror asks for more pages at once than readers do. */
const getWhenAllowed = async (url: string, wait: Wait): Promise<Response> => {
  for (let attempt = 1; ; attempt += 1) {
    const reply = await fetch(url);
    // The edge has another page instead of API Gateway's 429.
    const isThrottled = reply.status === 429 || (reply.status === 503 && reply.headers.has('retry-after'));
    if (!isThrottled || attempt === throttledAttempts) return reply;
    await reply.arrayBuffer();
    await wait(throttledWaitMs);
  }
};

/** A status below 500 says that the link is dead, except 429: too many requests. */
const errorOf = (status: number) =>
  status < 500 && status !== 429 ? new PathError(`status ${status}`) : new Error(`status ${status}`);

const pathsOfList = ({ items, next }: ArticleList): string[] =>
  [
    ...items.flatMap(({ id, url }) => [url, `/api/articles/${id}`]),
    ...(next ? [`/api/articles?cursor=${next}`] : []),
  ]
    .map(sitePathOf)
    .filter((path) => path !== null);
