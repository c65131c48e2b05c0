import type { ChangeRecord, ChangeStore } from './change-store.ts';
import { createIndex } from './open-index.ts';
import type { SearchIndex } from './search-index.ts';
import { decodeSnapshot } from './snapshot.ts';
import type { SnapshotPointer } from './snapshot-pointer.ts';
import type { SnapshotStore } from './snapshot-store.ts';

/** The sources of a site's index. */
export type IndexSources = {
  siteId: string;
  changes: ChangeStore;
  snapshots: Pick<SnapshotStore, 'read'>;
  /** Reports a snapshot that cannot be used. Readers notice nothing, so the log is where an operator learns of it. */
  onInvalidSnapshot: (error: unknown) => void;
};

/**
 * Loads the index of a snapshot; null when it is missing, damaged or of another version. Without a pointer it is empty: the change
 * records are all there is.
 */
export const loadSnapshot = async (
  { siteId, snapshots, onInvalidSnapshot }: IndexSources,
  pointer: SnapshotPointer | null,
): Promise<SearchIndex | null> => {
  if (!pointer) return createIndex(siteId);
  const body = await snapshots.read(pointer.key);
  try {
    if (!body) throw new Error('The snapshot is missing from the bucket');
    return decodeSnapshot(body, pointer, siteId);
  } catch (error) {
    onInvalidSnapshot(error);
    return null;
  }
};

/** Writes the current state of the changed articles to the index. Idempotent. */
export const applyChanges = async (
  changes: ChangeStore,
  index: SearchIndex,
  records: readonly ChangeRecord[],
): Promise<void> => {
  const ids = [...new Set(records.map(({ article }) => article))];
  for await (const articles of changes.readArticles(ids)) index.apply(articles);
};

/**
 * Builds an index of every article in the table. The list of articles is eventually consistent: apply the pending change records
 * afterwards.
 */
export const buildIndex = async ({ siteId, changes }: IndexSources): Promise<SearchIndex> => {
  const index = createIndex(siteId);
  for await (const articles of changes.readArticles(await changes.listPublishedIds())) index.apply(articles);
  return index;
};
