import type { RunningPortal } from '../../demo/admin-api.ts';
import type { MirrorStorage } from '../mirror/mirror.ts';
import { mirrorSite } from '../mirror/mirror-site.ts';
import { sortMembers } from './canonical-json.ts';

/** What a portal shows, by what was asked: the checksum of each page and picture, and the replies of the API as text. */
export type Observation = ReadonlyMap<string, string>;

/**
 * What staff read in numbers and lists. Of long lists the first page: the items of the tables are compared one by one. A refusal is told by
 * its id from the same one later, and so is no comparison of nothing with nothing.
 */
const staffPaths = [
  '/api/admin/activity',
  '/api/admin/article-counts',
  '/api/admin/articles',
  '/api/admin/images',
  '/api/admin/most-read',
  '/api/admin/people',
  '/api/admin/published-counts',
  '/api/admin/royalties',
  '/api/admin/search-misses',
  '/api/admin/settings',
  '/api/admin/settings/revisions?limit=20',
  '/api/admin/tag-counts',
  '/api/admin/visits',
  '/api/admin/visits/opening-balance',
];
/** Articles whose titles are searched for. */
const searchedTitles = 5;

/** The pages of the whole site, crawled as its mirror does, and all numbers. The portal's clock must stand still: pages show the time. */
export const observePortal = async (portal: RunningPortal): Promise<Observation> =>
  new Map([...(await crawl(portal.url)), ...(await observeNumbers(portal))]);

/** The numbers and lists of the staff, the totals of visits, and what a search finds for the newest titles. */
export const observeNumbers = async (portal: RunningPortal): Promise<Observation> => {
  const headers = { authorization: `Bearer ${await portal.token('admin')}` };
  const searches = (await newestTitles(portal.url)).map(
    (title) => `/api/search?q=${encodeURIComponent(title)}`,
  );
  const seen = new Map<string, string>();
  for (const path of ['/api/visits', ...staffPaths, ...searches]) {
    const reply = await fetch(portal.url + path, { headers });
    seen.set(path, `${reply.status} ${JSON.stringify(await reply.json(), sortMembers)}`);
  }
  return seen;
};

const crawl = async (url: string): Promise<[path: string, seen: string][]> => {
  const { storage, files } = memoryStorage();
  const { failures } = await mirrorSite(url, storage);
  return [...files, ...failures.map(({ path, reason }): [string, string] => [path, reason])];
};

/** Keeps nothing of a mirror but its list of checksums. */
const memoryStorage = () => {
  const files = new Map<string, string>();
  const storage: MirrorStorage = {
    keyOf: (path) => path,
    transformHtml: (html) => html,
    read: async () => null,
    async write(key, content) {
      if (key !== 'SHA256SUMS') return;
      for (const line of content.toString().split('\n').filter(Boolean)) {
        files.set(line.slice(66), line.slice(0, 64));
      }
    },
    remove: async () => undefined,
  };
  return { storage, files };
};

const newestTitles = async (url: string): Promise<string[]> => {
  const reply = await fetch(`${url}/api/articles`);
  const { items } = (await reply.json()) as { items: { title: string }[] };
  return items.slice(0, searchedTitles).map(({ title }) => title);
};

/** What is missing, different or new in a later observation. */
export const differences = (before: Observation, after: Observation): string[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter((asked) => before.get(asked) !== after.get(asked));
