import { randomUUID } from 'node:crypto';
import { reportProgress } from '../../infra/cli/progress.ts';
import { ulidPattern } from '../../shared/ids.ts';
import { beaconArticleLimit } from '../../shared/visits/visit.ts';

/** Counts of one replay. `hits` are pages from the edge cache; `bytes` include headers. */
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
/** An article's path ends in its id. */
const articlePath = new RegExp(`-(${ulidPattern})$`);
/** Visits in parallel. */
const concurrency = 8;
/** Longest wait before a throttled beacon is sent again. */
const retryMs = 500;
/** Pictures per page that are near enough to a phone's viewport to load: the others are lazy. */
const eagerPictures = 4;
/** Bytes of a reply's headers, which are sent and billed too. */
const headerBytes = 900;

/**
 * Opens every page of some visits as a phone's browser does: compressed pages, each picture once per visit in the size that fits,
 * a beacon when the visit begins, and another with the further articles when the reader leaves. `visits` are lists of paths.
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
  const queue = [...visits];

  const worker = async () => {
    for (let paths = queue.shift(); paths; paths = queue.shift()) {
      reportProgress(`Replaying visits … ${visits.length - queue.length} of ${visits.length}`);
      await replayVisit(url, paths, traffic);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return traffic;
};

const replayVisit = async (url: string, paths: readonly string[], traffic: Traffic) => {
  const visit = randomUUID();
  const loadedPictures = new Set<string>();
  const read = new Set<string>();
  for (const [index, path] of paths.entries()) {
    await openPage(url, path, loadedPictures, traffic);
    const article = articlePath.exec(path)?.[1];
    if (article !== undefined) read.add(article);
    if (index === 0) await sendBeacon(url, { visit, articles: [...read] }, traffic);
  }
  const further = [...read].slice(articlePath.test(paths[0] ?? '') ? 1 : 0);
  for (let start = 0; start < further.length; start += beaconArticleLimit) {
    const articles = further.slice(start, start + beaconArticleLimit);
    await sendBeacon(url, { visit, articles }, traffic);
  }
};

const openPage = async (url: string, path: string, loadedPictures: Set<string>, traffic: Traffic) => {
  const reply = await fetch(url + path, { headers: { 'user-agent': phone, 'accept-encoding': 'br' } });
  if (!reply.ok) throw new Error(`${path}: ${reply.status}`);
  const html = await reply.text();
  traffic.pageViews += 1;
  traffic.bytes += Number(reply.headers.get('content-length')) + headerBytes;
  if (reply.headers.get('x-cache')?.startsWith('Miss') === false) traffic.hits += 1;
  for (const picture of phonePictures(html).slice(0, eagerPictures)) {
    if (loadedPictures.has(picture)) continue;
    loadedPictures.add(picture);
    const image = await fetch(url + picture);
    traffic.pictures += 1;
    traffic.bytes += (await image.arrayBuffer()).byteLength + headerBytes;
  }
};

/** The file of each picture that a phone 360 px wide with two device pixels chooses: 240 px beside a title, 480 where one is offered in full. */
const phonePictures = (html: string): string[] =>
  Array.from(html.matchAll(/<source type="image\/webp" srcset="([^"]*)"/g), ([, srcset = '']) => {
    const width = srcset.includes(' 960w') ? '480w' : '240w';
    const candidates = srcset.split(', ').map((candidate) => candidate.split(' '));
    return (candidates.find(([, at]) => at === width) ?? candidates[0])?.[0] ?? '';
  });

const sendBeacon = async (
  url: string,
  beacon: { visit: string; articles: readonly string[] },
  traffic: Traffic,
): Promise<void> => {
  const reply = await fetch(`${url}/api/visits`, {
    method: 'POST',
    headers: { 'user-agent': phone, 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify(beacon),
  });
  const { byteLength } = await reply.arrayBuffer();
  if (reply.status === 429) {
    await new Promise((resolve) => setTimeout(resolve, retryMs * Math.random()));
    return sendBeacon(url, beacon, traffic);
  }
  if (!reply.ok) throw new Error(`A beacon was refused: ${reply.status}`);
  traffic.beacons += 1;
  traffic.bytes += byteLength + headerBytes;
};
