import type { CacheHeaders } from '../../shared/edge/freshness.ts';
import type { ReaderStore } from '../../shared/reader/reader-store.ts';
import type { PageStatistics } from '../../shared/visits/page-statistics.ts';

export type Dependencies = {
  reader: ReaderStore;
  visits: PageStatistics;
  /** `https://…`: the start of absolute links. */
  origin: string;
  cacheHeaders: CacheHeaders;
  clock: () => Date;
};
