import { reportProgress } from '../../cli/progress.ts';
import { siteLinks } from './site-links.ts';
import { openPlace, type Place, type Storage } from './storage.ts';

/** Addresses that are fetched at once. */
const concurrency = 4;
/** Where to begin: all else is found by its links. */
const beginnings = ['/', '/luot-truy-cap', '/robots.txt', '/sitemap.xml', '/rss.xml', '/api/articles'];

type List = { items: { id: string; url: string }[]; next: string | null };

/**
 * Keeps a portal's whole public site somewhere else as static files: pages, pictures, feeds, articles as JSON, checksums. Fetched through
 * its front door, so it is what readers see. Throws when an address that a page leads to cannot be fetched.
 */
export const mirrorSite = async (url: string, storage: Storage) => {
  const place = await openPlace(storage);
  const seen = new Set<string>(beginnings);
  const waiting = [...beginnings];
  const add = (address: string) => {
    if (seen.has(address)) return;
    seen.add(address);
    waiting.push(address);
  };
  const work = async () => {
    for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
      reportProgress(`Mirroring ${url} … ${seen.size - waiting.length} of ${seen.size}`);
      for (const link of await mirrorOne(url, place, address)) add(link);
    }
  };
  // A worker that finds nothing to do ends; while others still find addresses it is started again.
  while (waiting.length > 0) await Promise.all(Array.from({ length: concurrency }, work));
  const missing = await (await fetch(`${url}/khong-co-trang-nay`)).text();
  await place.write('404.html', place.pageOf(missing), 'text/html; charset=utf-8');
  return place.close();
};

/** Fetches one address into its place; the addresses that it leads to. */
const mirrorOne = async (url: string, place: Place, address: string): Promise<string[]> => {
  if (address.startsWith('/images/') && place.keepIfThere(place.nameOf(address, 'image/') ?? '')) return [];
  const reply = await fetch(url + address);
  // Not every site has every beginning.
  if (reply.status === 404 && beginnings.includes(address)) return [];
  if (!reply.ok) throw new Error(`${address}: ${reply.status}`);
  const type = reply.headers.get('content-type') ?? '';
  const name = place.nameOf(address, type);
  if (type.startsWith('text/html')) {
    const html = await reply.text();
    if (name) await place.write(name, place.pageOf(html), type);
    return siteLinks(html);
  }
  const bytes = Buffer.from(await reply.arrayBuffer());
  if (name) await place.write(name, bytes, type);
  return /^\/api\/articles(\?|$)/.test(address) ? listedIn(JSON.parse(bytes.toString()) as List) : [];
};

const listedIn = ({ items, next }: List): string[] => [
  ...items.flatMap(({ id, url }) => [url, `/api/articles/${id}`]),
  ...(next ? [`/api/articles?cursor=${next}`] : []),
];
