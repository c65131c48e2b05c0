import type { CacheHeaders } from '../../shared/edge/freshness.ts';
import type { ReaderStore } from '../../shared/reader/reader-store.ts';
import type { ShownVisits } from '../../shared/visits/shown-visits.ts';

export type Dependencies = {
  reader: ReaderStore;
  visits: ShownVisits;
  /** `https://…`: the start of absolute links. */
  origin: string;
  cacheHeaders: CacheHeaders;
  clock: () => Date;
};
