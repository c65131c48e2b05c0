import { applyChanges, buildIndex, type IndexSources, loadSnapshot } from '../../shared/search/load-index.ts';
import type { SearchIndex } from '../../shared/search/search-index.ts';
import { ttlCache } from '../../shared/ttl-cache.ts';

/** With as many milliseconds at the edge, a change is visible in less than 5 s. */
const maxAgeMs = 2_000;

type LoadedIndex = {
  index: SearchIndex;
  /** Sequence of the snapshot it was loaded from; 0 for none. */
  sequence: number;
  /** Sort keys of the change records applied since. */
  applied: ReadonlySet<string>;
};

/**
 * A site's index in this instance of the function: the newest snapshot plus every pending change record. The records are read
 * before the pointer, and a compactor moves the pointer before it removes records: so a record that is missing from the list is
 * in the snapshot of the pointer.
 */
export const indexCache = (sources: IndexSources) => {
  const { changes } = sources;
  let loaded: LoadedIndex | null = null;

  const load = async (): Promise<SearchIndex> => {
    const records = await changes.listPending();
    const pointer = await changes.getPointer();
    const sequence = pointer?.sequence ?? 0;
    if (loaded?.sequence !== sequence) {
      const index = (await loadSnapshot(sources, pointer)) ?? (await buildIndex(sources));
      loaded?.index.close();
      loaded = { index, sequence, applied: new Set() };
    }
    const { index, applied } = loaded;
    await applyChanges(
      changes,
      index,
      records.filter(({ sk }) => !applied.has(sk)),
    );
    loaded = { index, sequence, applied: new Set(records.map(({ sk }) => sk)) };
    return index;
  };

  // One load at a time: two at once would close each other's index.
  let last: Promise<unknown> = Promise.resolve();
  const cache = ttlCache(maxAgeMs, () => {
    const next = last.catch(() => undefined).then(load);
    last = next;
    return next;
  });

  return {
    /** The index, at most 2 s out of date. */
    get: (now: Date): Promise<SearchIndex> => cache.get(now),
    /** The index with every change up to now. */
    refresh(now: Date): Promise<SearchIndex> {
      cache.clear();
      return cache.get(now);
    },
  };
};
export type IndexCache = ReturnType<typeof indexCache>;
