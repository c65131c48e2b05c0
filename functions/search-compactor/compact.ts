import type { ChangeRecord } from '../../shared/search/change-store.ts';
import { indexVersion } from '../../shared/search/index-schema.ts';
import { applyChanges, buildIndex, type IndexSources, loadSnapshot } from '../../shared/search/load-index.ts';
import type { SearchIndex } from '../../shared/search/search-index.ts';
import { encodeSnapshot } from '../../shared/search/snapshot.ts';
import type { SnapshotPointer } from '../../shared/search/snapshot-pointer.ts';
import type { SnapshotStore } from '../../shared/search/snapshot-store.ts';

/** Limits of the pending change records, beyond which a snapshot is due: each record slows a cold start. */
const maxPending = 100;
const maxPendingAgeMs = 60 * 60_000;
/** Younger records stay: a rebuild lists articles by an eventually consistent index, which may lack them. */
const minRemovalAgeMs = 60_000;

type Dependencies = IndexSources & { snapshots: SnapshotStore; newId: () => string };
type CompactionOptions = { now: Date; isForced?: boolean; isRebuild?: boolean };

type Outcome =
  | { outcome: 'not due'; pending: number }
  /** Another compactor has written the next snapshot first. */
  | { outcome: 'conflict' }
  | { outcome: 'written' | 'rebuilt'; articles: number; bytes: number; records: number };

/**
 * Writes the next snapshot when one is due: the newest one plus every pending change record, or the whole table where no snapshot
 * can be used. The pointer moves only from the snapshot that was read (optimistic locking), and only then are the records removed
 * that the new one includes: of two compactors at once, one has no effect.
 */
export const compact = async (
  dependencies: Dependencies,
  { now, isForced = false, isRebuild = false }: CompactionOptions,
): Promise<Outcome> => {
  const { changes, snapshots } = dependencies;
  const records = await changes.listPending();
  const pointer = await changes.getPointer();
  const isDue = isForced || isRebuild || exceedsLimits(records, now);
  if (!isDue && (await isIntact(snapshots, pointer))) return { outcome: 'not due', pending: records.length };

  const loaded = isRebuild ? null : await loadSnapshot(dependencies, pointer);
  const index = loaded ?? (await buildIndex(dependencies));
  await applyChanges(changes, index, records);
  const next = await writeSnapshot(dependencies, index, { previous: pointer, now });
  index.close();
  if (!(await changes.advancePointer(next))) {
    await snapshots.remove(next.key);
    return { outcome: 'conflict' };
  }
  await changes.removeRecords(records.filter(({ at }) => isOlder(at, minRemovalAgeMs, now)));
  if (pointer?.previousKey) await snapshots.remove(pointer.previousKey);
  const { articles, bytes } = next;
  return { outcome: loaded ? 'written' : 'rebuilt', articles, bytes, records: records.length };
};

/** Writes an index to the bucket and returns its pointer, which is not saved yet. */
const writeSnapshot = async (
  { snapshots, newId }: Dependencies,
  index: SearchIndex,
  { previous, now }: { previous: SnapshotPointer | null; now: Date },
): Promise<SnapshotPointer> => {
  const { body, ...encoded } = encodeSnapshot(index);
  const sequence = (previous?.sequence ?? 0) + 1;
  const key = snapshots.newKey(sequence, newId());
  return {
    ...encoded,
    sequence,
    key,
    tag: await snapshots.write(key, body),
    previousKey: previous?.key ?? null,
    articles: index.size(),
    at: now.toISOString(),
  };
};

/** Whether the bucket still holds the snapshot of the pointer, and this code can read it. */
const isIntact = async (snapshots: SnapshotStore, pointer: SnapshotPointer | null) =>
  pointer === null ||
  (pointer.version === indexVersion && (await snapshots.getEtag(pointer.key)) === pointer.tag);

const exceedsLimits = (records: readonly ChangeRecord[], now: Date) =>
  records.length > maxPending || records.some(({ at }) => isOlder(at, maxPendingAgeMs, now));

const isOlder = (at: string, ageMs: number, now: Date) => now.getTime() - Date.parse(at) >= ageMs;
