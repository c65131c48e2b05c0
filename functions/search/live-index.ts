import { applyRecords, buildIndex, type IndexSources, loadSnapshot } from '../../shared/search/load-index.ts';
import type { SearchIndex } from '../../shared/search/search-index.ts';
import { ttlCache } from '../../shared/ttl-cache.ts';

/** Milliseconds between two checks for changes: with as many at the edge, a change is found well within five seconds. */
const refreshIntervalMs = 2_000;

type LoadedIndex = {
  index: SearchIndex;
  /** The sequence of its snapshot; 0 for none. */
  sequence: number;
  /** Sort keys of the records that were applied since. */
  applied: ReadonlySet<string>;
};

/**
 * The index of this execution environment: the newest snapshot, with every change record applied that it may not contain. Records are
 * read before the pointer, and the compactor moves the pointer before it deletes records: so a record that is gone is in the snapshot
 * that the pointer names.
 */
export const liveIndex = (sources: IndexSources) => {
  const { changes } = sources;
  let loaded: LoadedIndex | null = null;

  const refresh = async (): Promise<SearchIndex> => {
    const records = await changes.pending();
    const pointer = await changes.pointer();
    const sequence = pointer?.sequence ?? 0;
    if (loaded?.sequence !== sequence) {
      const index = (await loadSnapshot(sources, pointer)) ?? (await buildIndex(sources));
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
    /** The index after a refresh. */
    getNewest(now: Date): Promise<SearchIndex> {
      kept.clear();
      return kept.get(now);
    },
  };
};
export type LiveIndex = ReturnType<typeof liveIndex>;
