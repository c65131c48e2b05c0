import type { Counts } from '../../shared/visits/counts.ts';
import type { ReadCount } from '../../shared/visits/visit-statistics.ts';

/** Articles by their reads, most read first; of equals the later id first. */
export const rankByReads = (counts: Readonly<Counts>): ReadCount[] =>
  Object.entries(counts)
    .map(([article, readers]) => ({ article, readers }))
    .sort((a, b) => b.readers - a.readers || (a.article < b.article ? 1 : -1));
