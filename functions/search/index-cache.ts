import { backoff } from '../../shared/backoff.ts';
import { PortalError } from '../../shared/errors.ts';
import {
  applyChanges,
  buildIndex,
  emptyIndex,
  type IndexSources,
  loadSnapshot,
} from '../../shared/search/load-index.ts';
import type { SearchIndex } from '../../shared/search/search-index.ts';
import { readableSnapshot } from '../../shared/search/snapshot.ts';
import type { SnapshotPointer } from '../../shared/search/snapshot-pointer.ts';
import { ttlCache } from '../../shared/ttl-cache.ts';

/** With as many milliseconds at the edge, a change is visible in less than 5 s. */
const maxAgeMs = 2_000;
/** An index that cannot be loaded or extended is tried again after this time. The compactor runs every five minutes. */
const retryDelays = { firstMs: 10_000, maxMs: 150_000 };
/** Articles of which an index can be built within the time of a request: about 5 ms each. */
const maxArticlesToBuild = 3_000;

type Sources = IndexSources & {
  /** Reports that the index could not be loaded or extended. Readers get an older index or a page that says so. */
  onFailure: (error: unknown) => void;
};

type LoadedIndex = {
  index: SearchIndex;
  /** Key of the snapshot it was loaded from; null for none. */
  key: string | null;
  /** Sort keys of the change records applied since. */
  applied: ReadonlySet<string>;
};

/**
 * A site's index in this instance of the function: the newest snapshot that this code reads, plus every pending change record. The
 * records are read before the pointer, and a compactor moves the pointer before it removes records: so a record that is missing
 * from the list is in the snapshot of the pointer. /tmp has room for one index: it is closed before the next one is loaded.
 */
export const indexCache = (sources: Sources) => {
  const { changes, versions, onFailure } = sources;
  const retry = backoff(retryDelays);
  let loaded: LoadedIndex | null = null;

  const replaceBy = async (key: string | null, load: () => Promise<SearchIndex>) => {
    loaded?.index.close();
    loaded = null;
    loaded = { index: await load(), key, applied: new Set() };
    return loaded;
  };

  /** The index of the snapshot; that which is loaded, where this code reads no snapshot of the pointer. */
  const baseOf = async (pointer: SnapshotPointer | null): Promise<LoadedIndex> => {
    const snapshot = pointer && readableSnapshot(pointer, versions);
    if (loaded && (loaded.key === (snapshot?.key ?? null) || (pointer && !snapshot))) return loaded;
    if (!pointer) return replaceBy(null, async () => emptyIndex(sources));
    const build = () => {
      if (pointer.articles <= maxArticlesToBuild) return buildIndex(sources);
      throw new Error(`No snapshot can be used, and ${pointer.articles} articles are too many to build from`);
    };
    if (!snapshot) return replaceBy(pointer.key, build);
    return replaceBy(snapshot.key, async () => (await loadSnapshot(sources, snapshot)) ?? build());
  };

  const current = (): SearchIndex => {
    if (loaded) return loaded.index;
    throw new PortalError('unavailable', 'The search index cannot be loaded');
  };

  const load = async (now: Date): Promise<SearchIndex> => {
    if (retry.isPausing(now)) return current();
    const records = await changes.listPending();
    const pointer = await changes.getPointer();
    try {
      const { index, key, applied } = await baseOf(pointer);
      await applyChanges(
        changes,
        index,
        records.filter(({ sk }) => !applied.has(sk)),
      );
      loaded = { index, key, applied: new Set(records.map(({ sk }) => sk)) };
      retry.succeed();
    } catch (error) {
      // The table did not answer: the next request may ask again.
      if (loaded && error instanceof PortalError) throw error;
      retry.fail(now);
      onFailure(error);
    }
    return current();
  };

  // One load at a time: two at once would close each other's index.
  let last: Promise<unknown> = Promise.resolve();
  const cache = ttlCache(maxAgeMs, (now) => {
    const next = last.catch(() => undefined).then(() => load(now));
    last = next;
    return next;
  });

  return {
    /** The index, at most 2 s out of date. Throws `unavailable` when there is none. */
    get: (now: Date): Promise<SearchIndex> => cache.get(now),
    /** The index with every change up to now. */
    refresh(now: Date): Promise<SearchIndex> {
      cache.clear();
      return cache.get(now);
    },
  };
};
export type IndexCache = ReturnType<typeof indexCache>;
