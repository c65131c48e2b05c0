import { applyRecords, type IndexSources, indexTable, loadSnapshot } from '../../shared/search/load-index.ts';
import type { SearchIndex } from '../../shared/search/search-index.ts';
import { ttlCache } from '../../shared/ttl-cache.ts';

/** Milliseconds that pass before changes are asked for again: with as many at the edge, a change is seen well within five seconds. */
const refreshIntervalMs = 2_000;

type LoadedIndex = {
  index: SearchIndex;
  /** The snapshot that it started from; 0 for none. */
  sequence: number;
  /** Names of the records that it has taken in since. */
  applied: ReadonlySet<string>;
};

/**
 * The index of this environment, as the table stands: the newest snapshot, and every record of a change that may not be in it.
 * The records are read before the pointer, and a compactor moves the pointer before it removes records: so a record that is gone
 * from the list is in the snapshot that is then pointed at.
 */
export const liveIndex = (sources: IndexSources) => {
  const { changes } = sources;
  let loaded: LoadedIndex | null = null;

  const refresh = async (): Promise<SearchIndex> => {
    const records = await changes.pending();
    const pointer = await changes.pointer();
    const sequence = pointer?.sequence ?? 0;
    if (loaded?.sequence !== sequence) {
      const index = (await loadSnapshot(sources, pointer)) ?? (await indexTable(sources));
      loaded?.index.close();
      loaded = { index, sequence, applied: new Set() };
    }
    const { index, applied } = loaded;
    await applyRecords(
      changes,
      index,
      records.filter(({ sk }) => !applied.has(sk)),
    );
    loaded = { index, sequence, applied: new Set(records.map(({ sk }) => sk)) };
    return index;
  };

  // One refresh at a time: two would close each other's index.
  let last: Promise<unknown> = Promise.resolve();
  const kept = ttlCache(refreshIntervalMs, () => {
    const next = last.catch(() => undefined).then(refresh);
    last = next;
    return next;
  });

  return {
    /** The index, at most two seconds old. */
    get: (now: Date): Promise<SearchIndex> => kept.get(now),
    /** The index as the table stands now. */
    getNewest(now: Date): Promise<SearchIndex> {
      kept.clear();
      return kept.get(now);
    },
  };
};
export type LiveIndex = ReturnType<typeof liveIndex>;
