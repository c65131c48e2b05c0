import type { ChangeRecord } from '../../shared/search/change-store.ts';
import { indexVersion } from '../../shared/search/index-database.ts';
import { applyRecords, type IndexSources, indexTable, loadSnapshot } from '../../shared/search/load-index.ts';
import { packIndex, type SnapshotPointer } from '../../shared/search/snapshot.ts';
import type { SnapshotStore } from '../../shared/search/snapshot-store.ts';

/** Records that may wait for a snapshot, and how long: each makes a cold start a little longer. */
const maxPending = 100;
const maxAgeMs = 60 * 60_000;
/** Records as young as this stay, though they were taken in: a rebuild lists articles by an index that may not know them yet. */
const settlingMs = 60_000;

export type Compaction = IndexSources & { snapshots: SnapshotStore; newId: () => string };
type Outcome =
  | { outcome: 'not due'; pending: number }
  | { outcome: 'overtaken' }
  | { outcome: 'written' | 'rebuilt'; articles: number; bytes: number; records: number };

/**
 * Writes the next snapshot when one is due: the newest one with every pending record taken in, or the whole table where there is
 * none that can be used. The pointer moves only from the snapshot that was read, then the records go that were taken in, and no
 * others: of two that do this at once, one has done nothing.
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
    (pointer.version === indexVersion && (await snapshots.tag(pointer.key)) === pointer.tag);
  if (!isForced && !isRebuild && isWhole && !isDue(records, now)) {
    return { outcome: 'not due', pending: records.length };
  }
  const known = isRebuild ? null : await loadSnapshot(compaction, pointer);
  const index = known ?? (await indexTable(compaction));
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
  await changes.remove(records.filter(({ at }) => isOlder(at, settlingMs, now)));
  if (pointer?.previousKey) await snapshots.remove(pointer.previousKey);
  const { articles, bytes } = next;
  return { outcome: known ? 'written' : 'rebuilt', articles, bytes, records: records.length };
};

const isDue = (records: readonly ChangeRecord[], now: Date) =>
  records.length > maxPending || records.some(({ at }) => isOlder(at, maxAgeMs, now));

const isOlder = (at: string, ageMs: number, now: Date) => now.getTime() - Date.parse(at) >= ageMs;
