import { readFileSync } from 'node:fs';
import { parseSearchQuery } from '../../shared/search/parse-query.ts';
import { search } from '../../shared/search/search.ts';
import { decodeSnapshot } from '../../shared/search/snapshot.ts';

/** `search-cold-start.ts FILE SHA256 QUERY`: measures a fresh process from a snapshot's bytes to the first answer. Prints JSON. */
const [, , file = '', sha256 = '', query = ''] = process.argv;
const startBytes = process.memoryUsage().rss;
const start = performance.now();
const index = decodeSnapshot(readFileSync(file), { sha256 }, 'bench');
const { total } = search(
  index,
  parseSearchQuery(query),
  { category: null, from: null, before: null },
  new Date(),
);
const ms = performance.now() - start;
const peakBytes = process.resourceUsage().maxRSS * 1024;
console.log(JSON.stringify({ ms, peakBytes, grownBytes: peakBytes - startBytes, total }));
