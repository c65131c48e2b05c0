import { readFileSync } from 'node:fs';
import { parseSearchQuery } from '../../shared/search/parse-query.ts';
import { search } from '../../shared/search/search.ts';
import { decodeSnapshot } from '../../shared/search/snapshot.ts';

/** A process of its own: from a snapshot's bytes to the first answer, and what memory that took. `search-cold.ts FILE SHA256 QUERY`. */
const [, , file = '', sha256 = '', query = ''] = process.argv;
const before = process.memoryUsage().rss;
const start = performance.now();
const index = decodeSnapshot(readFileSync(file), { sha256 }, 'bench');
const answered = search(
  index,
  parseSearchQuery(query),
  { category: null, from: null, before: null },
  new Date(),
);
const ms = performance.now() - start;
const peak = process.resourceUsage().maxRSS * 1024;
console.log(JSON.stringify({ ms, peak, grown: peak - before, total: answered.total }));
