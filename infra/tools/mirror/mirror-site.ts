import { reportProgress } from '../../cli/progress.ts';
import { siteLinks } from './site-links.ts';
import { type MirrorStorage, openStorage, type Storage } from './storage.ts';

/** Addresses that are fetched concurrently. */
const concurrency = 4;
/** The first addresses; all others are found by links. */
const entryPoints = ['/', '/luot-truy-cap', '/robots.txt', '/sitemap.xml', '/rss.xml', '/api/articles'];

type List = { items: { id: string; url: string }[]; next: string | null };

/**
 * Mirrors the public site of a portal as static files: pages, pictures, feeds, articles as JSON, checksums. It is fetched through the
 * front door, as readers see it. Throws when a linked address cannot be fetched.
 */
export const mirrorSite = async (url: string, storage: Storage) => {
  const place = await openStorage(storage);
  const seen = new Set<string>(entryPoints);
  const waiting = [...entryPoints];
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
  // A worker without work ends; workers are started again while others still find addresses.
  while (waiting.length > 0) await Promise.all(Array.from({ length: concurrency }, work));
  const missing = await (await fetch(`${url}/khong-co-trang-nay`)).text();
  await place.write('404.html', place.pageOf(missing), 'text/html; charset=utf-8');
  return place.close();
};

/** Fetches one address and stores it. Returns the addresses that it links to. */
const mirrorOne = async (url: string, place: MirrorStorage, address: string): Promise<string[]> => {
  if (address.startsWith('/images/') && place.keepIfThere(place.nameOf(address, 'image/') ?? '')) return [];
  const reply = await fetch(url + address);
  // Not every site has all of them.
  if (reply.status === 404 && entryPoints.includes(address)) return [];
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
