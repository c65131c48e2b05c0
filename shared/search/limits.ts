/**
 * Articles of one index, about: `search` has 1,024 MB of memory and 512 MB of /tmp for the snapshot and the index made of it. A
 * measured figure (see `search-index.ts`), not one that the code enforces.
 */
export const articleLimit = 70_000;
/** Candidates of one FTS5 query, the newest ones, and results of a search. */
export const candidateLimit = 200;
/** Matching articles are counted up to this number. */
export const countLimit = 1000;
/** Results on a page. */
export const pageSize = 10;
/** Pages of results, at most. */
export const maxPages = candidateLimit / pageSize;
