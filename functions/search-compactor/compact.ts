import type { ChangeRecord } from '../../shared/search/change-store.ts';
import {
  applyChanges,
  buildIndex,
  emptyIndex,
  type IndexSources,
  loadSnapshot,
} from '../../shared/search/load-index.ts';
import type { SearchIndex } from '../../shared/search/search-index.ts';
import { packSnapshot } from '../../shared/search/snapshot.ts';
import type { SnapshotPointer } from '../../shared/search/snapshot-pointer.ts';
import type { SnapshotStore } from '../../shared/search/snapshot-store.ts';

/** Limits of the pending change records, beyond which a snapshot is due: each record slows a cold start. */
const maxPending = 100;
const maxPendingAgeMs = 60 * 60_000;
/** Younger records stay: a rebuild lists articles by an eventually consistent index, which may lack them. */
const minRemovalAgeMs = 60_000;
/** So long after a change of the version the records stay, for functions that read the version before: a deployment takes minutes. */
const versionOverlapMs = 60 * 60_000;
/** The share of misplaced articles beyond which an index is rebuilt in order of date, as after an import of old articles. */
const maxMisplacedShare = 0.01;

type Dependencies = IndexSources & { snapshots: SnapshotStore; newId: () => string };
type CompactionOptions = { now: Date; isForced?: boolean; isRebuild?: boolean };

type Outcome =
  | { outcome: 'not due'; pending: number }
  /** Another compactor has written the next snapshot first. */
  | { outcome: 'conflict' }
  | { outcome: 'written' | 'rebuilt'; articles: number; bytes: number; indexBytes: number; records: number };

/**
 * Writes the next snapshot when one is due: the newest one plus every pending change record, or the whole table where no snapshot
 * can be used. The pointer moves only from the snapshot that was read (optimistic locking), and only then are the records removed
 * that the new one includes: of two compactors at once, one has no effect.
 */
export const compact = async (
  dependencies: Dependencies,
  { now, isForced = false, isRebuild = false }: CompactionOptions,
): Promise<Outcome> => {
  const { changes, snapshots, versions } = dependencies;
  const records = await changes.listPending();
  const pointer = await changes.getPointer();
  const isUsable = pointer === null || (await isIntact(dependencies, pointer));
  const isUnordered = pointer !== null && isOutOfOrder(pointer, records);
  const isDue = !isUsable || isUnordered || (exceedsLimits(records, now) && !isOverlap(pointer, now));
  if (!isDue && !isForced && !isRebuild) return { outcome: 'not due', pending: records.length };

  const loaded = isRebuild || isUnordered || !isUsable ? null : await loadIndex(dependencies, pointer);
  const index = loaded ?? (await buildIndex(dependencies));
  const next = await writeNext(dependencies, index, { pointer, records, now }).finally(index.close);
  if (!(await changes.advancePointer(next))) {
    await snapshots.remove(next.key);
    return { outcome: 'conflict' };
  }
  if (pointer === null || pointer.version === versions.written) {
    await changes.removeRecords(records.filter(({ at }) => isOlder(at, minRemovalAgeMs, now)));
  }
  if (pointer?.previousKey) await snapshots.remove(pointer.previousKey);
  const { articles, bytes, indexBytes } = next;
  return { outcome: loaded ? 'written' : 'rebuilt', articles, bytes, indexBytes, records: records.length };
};

const loadIndex = async (sources: IndexSources, pointer: SnapshotPointer | null) =>
  pointer ? loadSnapshot(sources, pointer) : emptyIndex(sources);

type Inputs = { pointer: SnapshotPointer | null; records: readonly ChangeRecord[]; now: Date };

/** Brings an index up to date, writes it to the bucket and returns its pointer, which is not saved yet. */
const writeNext = async (
  { changes, snapshots, versions, newId }: Dependencies,
  index: SearchIndex,
  { pointer, records, now }: Inputs,
): Promise<SnapshotPointer> => {
  await applyChanges(changes, index, records);
  const { body, ...packed } = await packSnapshot(index);
  const sequence = (pointer?.sequence ?? 0) + 1;
  const key = snapshots.newKey(sequence, newId());
  return {
    ...packed,
    version: versions.written,
    sequence,
    key,
    tag: await snapshots.write(key, body),
    previousKey: pointer?.key ?? null,
    previous: pointer && { version: pointer.version, sha256: pointer.sha256 },
    articles: index.size(),
    misplaced: index.countMisplaced(),
    at: now.toISOString(),
  };
};

/** Whether the snapshot is of the version that this code writes, and the bucket still holds it. */
const isIntact = async ({ snapshots, versions }: Dependencies, { version, key, tag }: SnapshotPointer) =>
  version === versions.written && (await snapshots.getEtag(key)) === tag;

/** Whether functions of the version before may still read its snapshot together with the records. */
const isOverlap = (pointer: SnapshotPointer | null, now: Date) =>
  pointer?.previous != null &&
  pointer.previous.version !== pointer.version &&
  !isOlder(pointer.at, versionOverlapMs, now);

/** While many records come in, as in an import, more articles will be misplaced: the rebuild waits for its end. */
const isOutOfOrder = ({ misplaced, articles }: SnapshotPointer, records: readonly ChangeRecord[]) =>
  misplaced > articles * maxMisplacedShare && records.length <= maxPending;

const exceedsLimits = (records: readonly ChangeRecord[], now: Date) =>
  records.length > maxPending || records.some(({ at }) => isOlder(at, maxPendingAgeMs, now));

const isOlder = (at: string, ageMs: number, now: Date) => now.getTime() - Date.parse(at) >= ageMs;
