/** Candidates of one FTS5 query, the newest ones, and results of a search. */
export const candidateLimit = 200;
/** Matching articles are counted up to this number. */
export const countLimit = 1000;
/** Results on a page. */
export const pageSize = 10;
/** Pages of results, at most. */
export const maxPages = candidateLimit / pageSize;
