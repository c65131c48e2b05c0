import { randomUUID } from 'node:crypto';
import { reportProgress } from '../../infra/cli/progress.ts';
import { siteLinks } from '../../infra/tools/mirror/site-links.ts';

/** The traffic of one replay. */
export type Traffic = {
  visits: number;
  pageViews: number;
  hits: number;
  beacons: number;
  pictures: number;
  bytes: number;
};

const phone =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36';
/** Concurrent visits. */
const concurrency = 8;
/** Milliseconds before a throttled beacon is sent again. */
const retryMs = 500;
/** Pictures near enough to a phone's window to be fetched: the others are lazy. */
const visiblePictures = 4;
/** Bytes of a reply's headers, which are billed too. */
const headerBytes = 900;

/**
 * Opens every page of some visits as a phone's browser does: compressed pages, each picture once per visit in its small size, a beacon
 * for each article and for the visit.
 */
export const replay = async (url: string, visits: readonly string[][]): Promise<Traffic> => {
  const traffic: Traffic = {
    visits: visits.length,
    pageViews: 0,
    hits: 0,
    beacons: 0,
    pictures: 0,
    bytes: 0,
  };
  const waiting = [...visits];

  const open = async (path: string, known: Set<string>) => {
    const reply = await fetch(url + path, { headers: { 'user-agent': phone, 'accept-encoding': 'br' } });
    if (!reply.ok) throw new Error(`${path}: ${reply.status}`);
    const html = await reply.text();
    traffic.pageViews += 1;
    traffic.bytes += Number(reply.headers.get('content-length')) + headerBytes;
    if (reply.headers.get('x-cache')?.startsWith('Miss') === false) traffic.hits += 1;
    const pictures = siteLinks(html).filter((link) => /^\/images\/.*\/480-.*webp$/.test(link));
    for (const picture of pictures.slice(0, visiblePictures)) {
      if (known.has(picture)) continue;
      known.add(picture);
      const shown = await fetch(url + picture);
      traffic.pictures += 1;
      traffic.bytes += (await shown.arrayBuffer()).byteLength + headerBytes;
    }
  };
  const beacon = async (visit: string, article: string | undefined): Promise<void> => {
    const reply = await fetch(`${url}/api/visits`, {
      method: 'POST',
      headers: { 'user-agent': phone, 'sec-fetch-site': 'same-origin' },
      body: JSON.stringify({ visit, article }),
    });
    const { byteLength } = await reply.arrayBuffer();
    if (reply.status === 429) {
      await new Promise((resolve) => setTimeout(resolve, retryMs * Math.random()));
      return beacon(visit, article);
    }
    if (!reply.ok) throw new Error(`A beacon was refused: ${reply.status}`);
    traffic.beacons += 1;
    traffic.bytes += byteLength + headerBytes;
  };
  const visitSite = async () => {
    for (let pages = waiting.shift(); pages; pages = waiting.shift()) {
      reportProgress(`Replaying visits … ${visits.length - waiting.length} of ${visits.length}`);
      const [visit, known, sent] = [randomUUID(), new Set<string>(), new Set<string>()];
      for (const path of pages) {
        await open(path, known);
        const article = /-([0-9a-z]{26})$/.exec(path)?.[1];
        if (sent.size > 0 && (article === undefined || sent.has(article))) continue;
        await beacon(visit, article);
        sent.add(article ?? '');
      }
    }
  };
  await Promise.all(Array.from({ length: concurrency }, visitSite));
  return traffic;
};
