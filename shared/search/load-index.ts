import type { ChangeRecord, ChangeStore } from './change-store.ts';
import { createIndex, type SearchIndex } from './search-index.ts';
import { type SnapshotPointer, unpackIndex } from './snapshot.ts';
import type { SnapshotStore } from './snapshot-store.ts';

export type IndexSources = {
  siteId: string;
  changes: ChangeStore;
  snapshots: Pick<SnapshotStore, 'read'>;
  /** Told when a snapshot cannot be used: somebody should know, though readers notice nothing. */
  onDamage: (error: unknown) => void;
};

/** The index that a snapshot holds; null when it is missing, damaged, or of another version. Without a snapshot, an empty one: then the records are all there is. */
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

/** Makes of the changed articles what they are now. Doing it once more changes nothing. */
export const applyRecords = async (
  changes: ChangeStore,
  index: SearchIndex,
  records: readonly ChangeRecord[],
): Promise<void> => {
  const ids = [...new Set(records.map(({ article }) => article))];
  for await (const articles of changes.articles(ids)) index.apply(articles);
};

/** A new index of every article in the table. What the feed does not know of yet is in the records: they are to be applied after. */
export const indexTable = async ({ siteId, changes }: IndexSources): Promise<SearchIndex> => {
  const index = createIndex(siteId);
  for await (const articles of changes.articles(await changes.publishedIds())) index.apply(articles);
  return index;
};
