import type { ChangeRecord, ChangeStore } from './change-store.ts';
import { createIndex, type SearchIndex } from './search-index.ts';
import { type SnapshotPointer, unpackIndex } from './snapshot.ts';
import type { SnapshotStore } from './snapshot-store.ts';

export type IndexSources = {
  siteId: string;
  changes: ChangeStore;
  snapshots: Pick<SnapshotStore, 'read'>;
  /** Called when a snapshot cannot be used: operators should know, though readers notice nothing. */
  onDamage: (error: unknown) => void;
};

/**
 * Loads the index of a snapshot; null when it is missing, damaged, or of another version. Before the first snapshot an empty index: the
 * change records have everything.
 */
export const loadSnapshot = async (
  { siteId, snapshots, onDamage }: IndexSources,
  pointer: SnapshotPointer | null,
): Promise<SearchIndex | null> => {
  if (!pointer) return createIndex(siteId);
  const body = await snapshots.read(pointer.key);
  try {
    if (!body) throw new Error('The snapshot is missing');
    return unpackIndex(body, pointer, siteId);
  } catch (error) {
    onDamage(error);
    return null;
  }
};

/** Applies the changes of records to an index. Idempotent. */
export const applyRecords = async (
  changes: ChangeStore,
  index: SearchIndex,
  records: readonly ChangeRecord[],
): Promise<void> => {
  const ids = [...new Set(records.map(({ article }) => article))];
  for await (const articles of changes.articles(ids)) index.apply(articles);
};

/** Builds an index from every article in the table. The feed is eventually consistent: the change records must be applied afterwards. */
export const buildIndex = async ({ siteId, changes }: IndexSources): Promise<SearchIndex> => {
  const index = createIndex(siteId);
  for await (const articles of changes.articles(await changes.publishedIds())) index.apply(articles);
  return index;
};
