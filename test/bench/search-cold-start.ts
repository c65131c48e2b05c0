import { createReadStream } from 'node:fs';
import { parseSearchQuery } from '../../shared/search/parse-query.ts';
import { search } from '../../shared/search/search.ts';
import { openSnapshot } from './search-index.ts';

/**
 * `search-cold-start.ts FILE SHA256 QUERY`: measures a fresh process from a snapshot's bytes to the first answer, and its memory when
 * it has replaced the index once. Prints JSON.
 */
const [, , snapshot = '', sha256 = '', query = ''] = process.argv;

const answer = async () => {
  const index = await openSnapshot(createReadStream(snapshot), sha256);
  search(index, parseSearchQuery(query), { category: null, from: null, before: null }, new Date());
  return index;
};

const startBytes = process.memoryUsage().rss;
const start = performance.now();
const first = await answer();
const ms = performance.now() - start;
first.close();
await answer();
const peakBytes = process.resourceUsage().maxRSS * 1024;
console.log(JSON.stringify({ ms, peakBytes, grownBytes: peakBytes - startBytes }));
