import { PortalError } from '../errors.ts';
import type { ChangeRecord, ChangeStore } from './change-store.ts';
import type { IndexVersions } from './index-schema.ts';
import { createIndex, openIndex } from './open-index.ts';
import { isOutOfRoom } from './out-of-room.ts';
import type { SearchIndex } from './search-index.ts';
import { type SnapshotReference, unpackSnapshot } from './snapshot.ts';
import type { SnapshotStore } from './snapshot-store.ts';
import type { TemporaryFile } from './temporary-database.ts';

/** The sources of a site's index, and where its file is. */
export type IndexSources = {
  siteId: string;
  changes: ChangeStore;
  snapshots: Pick<SnapshotStore, 'read'>;
  versions: IndexVersions;
  newFile: () => TemporaryFile;
  /** Reports a snapshot that cannot be used. Readers notice nothing, so the log is where an operator learns of it. */
  onInvalidSnapshot: (error: unknown) => void;
};

/**
 * Loads the index of a snapshot; null when it is missing or damaged. Throws when S3 does not answer, and when memory or /tmp does
 * not suffice.
 */
export const loadSnapshot = async (
  { siteId, snapshots, versions, newFile, onInvalidSnapshot }: IndexSources,
  { key, sha256 }: SnapshotReference,
): Promise<SearchIndex | null> => {
  const body = await snapshots.read(key);
  const file = newFile();
  try {
    if (!body) throw new Error('The snapshot is missing from the bucket');
    await unpackSnapshot(body, sha256, file.path);
    return openIndex(file, siteId, versions);
  } catch (error) {
    file.remove();
    if (error instanceof PortalError || isOutOfRoom(error)) throw error;
    onInvalidSnapshot(error);
    return null;
  }
};

/** An empty index. Before the first snapshot the change records are all there is. */
export const emptyIndex = ({ siteId, versions, newFile }: IndexSources): SearchIndex =>
  createIndex(siteId, { version: versions.written, file: newFile() });

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
 * Builds an index of every article in the table, with rowids in order of publication: searches go by rowid where they want the
 * newest. The list of articles is eventually consistent: apply the pending change records afterwards.
 */
export const buildIndex = async (sources: IndexSources): Promise<SearchIndex> => {
  const { changes } = sources;
  const index = emptyIndex(sources);
  try {
    for await (const articles of changes.readArticles(await changes.listPublishedIds()))
      index.apply(articles);
    return index;
  } catch (error) {
    index.close();
    throw error;
  }
};
