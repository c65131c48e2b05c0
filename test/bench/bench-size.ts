/** How much a measurement repeats, and how long its parts take. */
export type BenchSize = {
  /** Numbers of articles to search among. */
  searchArticles: readonly number[];
  queriesPerKind: number;
  /** Articles whose index is measured for room, and the directory for it in place of the temporary one; empty for none. */
  roomArticles: number;
  searchTmp: string;
  fuzzedQueries: number;
  /** Fresh processes: of the search index and of each page, and of each function's bundle. */
  coldStarts: number;
  bundleLoads: number;
  /** Pages that one process renders, whose CPU is measured. */
  cpuPages: number;
  /** Pairs of rates of the two counters, and the time of one rate. */
  counterPairs: number;
  rateMs: number;
  freshArticles: number;
  /** Articles of a ward in the editorial lists. */
  listedArticles: number;
  /** Keys typed into each kind of block of the editor. */
  typedKeys: number;
  uploads: number;
  /** Width of the uploaded photograph in pixels; its height is three quarters of it. */
  photographWidth: number;
  /** Visits that are replayed for the bill. */
  costVisits: number;
  lighthouseRuns: number;
  lighthousePages: number;
};

/** The size whose figures the documents give; `COST_VISITS` sets the number of visits, `SEARCH_TMP` a directory. */
export const fullSize: BenchSize = {
  searchArticles: [1_000, 10_000, 50_000],
  queriesPerKind: 150,
  roomArticles: 100_000,
  searchTmp: process.env.SEARCH_TMP || '',
  fuzzedQueries: 1000,
  coldStarts: 5,
  bundleLoads: 9,
  cpuPages: 1_000,
  counterPairs: 7,
  rateMs: 2_000,
  freshArticles: 5,
  listedArticles: 20_000,
  typedKeys: 60,
  uploads: 5,
  photographWidth: 4800,
  costVisits: Number(process.env.COST_VISITS || 10_000),
  lighthouseRuns: 5,
  lighthousePages: 5,
};

/** Enough to run every line once; its figures say nothing. */
export const smallestSize: BenchSize = {
  searchArticles: [200],
  queriesPerKind: 5,
  roomArticles: 200,
  searchTmp: '',
  fuzzedQueries: 3,
  coldStarts: 1,
  bundleLoads: 1,
  cpuPages: 1,
  counterPairs: 1,
  rateMs: 20,
  freshArticles: 1,
  listedArticles: 200,
  typedKeys: 1,
  uploads: 1,
  photographWidth: 480,
  costVisits: 5,
  lighthouseRuns: 1,
  lighthousePages: 1,
};
