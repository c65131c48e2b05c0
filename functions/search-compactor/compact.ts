import type { ChangeRecord } from '../../shared/search/change-store.ts';
import { indexVersion } from '../../shared/search/index-database.ts';
import { applyRecords, buildIndex, type IndexSources, loadSnapshot } from '../../shared/search/load-index.ts';
import { packIndex, type SnapshotPointer } from '../../shared/search/snapshot.ts';
import type { SnapshotStore } from '../../shared/search/snapshot-store.ts';

/** Pending records, and their age in milliseconds, from which a snapshot is due: each record makes a cold start longer. */
const maxPending = 100;
const maxAgeMs = 60 * 60_000;
/** Records younger than this are not deleted: a rebuild lists articles by an eventually consistent index that may not have them yet. */
const recordRetentionMs = 60_000;

export type Compaction = IndexSources & { snapshots: SnapshotStore; newId: () => string };
type Outcome =
  | { outcome: 'not due'; pending: number }
  | { outcome: 'overtaken' }
  | { outcome: 'written' | 'rebuilt'; articles: number; bytes: number; records: number };

/**
 * Writes the next snapshot when one is due: the current one with all pending records applied, or a rebuild from the table when there is
 * no usable one. The pointer moves by a conditional write from the snapshot that was read; then exactly the records in the snapshot are
 * deleted. Of two concurrent compactions one does nothing.
 */
export const compact = async (
  compaction: Compaction,
  { now, isForced = false, isRebuild = false }: { now: Date; isForced?: boolean; isRebuild?: boolean },
): Promise<Outcome> => {
  const { changes, snapshots, newId } = compaction;
  const records = await changes.pending();
  const pointer = await changes.pointer();
  const isWhole =
    pointer === null ||
    (pointer.version === indexVersion && (await snapshots.etag(pointer.key)) === pointer.tag);
  if (!isForced && !isRebuild && isWhole && !isDue(records, now)) {
    return { outcome: 'not due', pending: records.length };
  }
  const known = isRebuild ? null : await loadSnapshot(compaction, pointer);
  const index = known ?? (await buildIndex(compaction));
  await applyRecords(changes, index, records);
  const { body, ...packed } = packIndex(index);
  const sequence = (pointer?.sequence ?? 0) + 1;
  const key = `snapshots/${compaction.siteId}/${String(sequence).padStart(8, '0')}-${newId()}`;
  const next: SnapshotPointer = {
    ...packed,
    sequence,
    key,
    tag: await snapshots.write(key, body),
    previousKey: pointer?.key ?? null,
    articles: index.size(),
    at: now.toISOString(),
  };
  index.close();

  if (!(await changes.advance(next))) {
    await snapshots.remove(next.key);
    return { outcome: 'overtaken' };
  }
  await changes.remove(records.filter(({ at }) => isOlder(at, recordRetentionMs, now)));
  if (pointer?.previousKey) await snapshots.remove(pointer.previousKey);
  const { articles, bytes } = next;
  return { outcome: known ? 'written' : 'rebuilt', articles, bytes, records: records.length };
};

const isDue = (records: readonly ChangeRecord[], now: Date) =>
  records.length > maxPending || records.some(({ at }) => isOlder(at, maxAgeMs, now));

const isOlder = (at: string, ageMs: number, now: Date) => now.getTime() - Date.parse(at) >= ageMs;
