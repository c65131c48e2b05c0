/** Candidates of one FTS5 query, the newest ones, and results of a search. */
export const candidateLimit = 200;
/** Matching articles are counted up to this number. */
export const countLimit = 1000;
/** Results on a page. */
export const pageSize = 10;
/** Pages of results, at most. */
export const maxPages = candidateLimit / pageSize;
/** Articles of which an index fits into the memory and /tmp of the function `search`, measured by `npm run bench -- search-room`. */
export const articleLimit = 100_000;
/** Size of an index in bytes, at most: /tmp of a function, if nothing else is configured. https://docs.aws.amazon.com/lambda/latest/dg/configuration-ephemeral-storage.html */
export const indexBytesLimit = 512 * 1024 * 1024;
