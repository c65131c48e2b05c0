import { symlinkSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { indexCache } from '../../../functions/search/index-cache.ts';
import { compact } from '../../../functions/search-compactor/compact.ts';
import { indexFillMetric } from '../../../functions/search-compactor/index-fill-metric.ts';
import { PortalError } from '../../../shared/errors.ts';
import { indexSchema } from '../../../shared/search/index-schema.ts';
import { indexWriter } from '../../../shared/search/index-writer.ts';
import { isOutOfRoom } from '../../../shared/search/out-of-room.ts';
import { syllableNumbers } from '../../../shared/search/syllable-numbers.ts';
import { temporaryFile } from '../../../shared/search/temporary-database.ts';
import { corpus, indexFixture } from '../../support/index-fixture.ts';
import { createNewsroom } from '../../support/newsroom.ts';
import { searchSources } from '../../support/search-sources.ts';
import { useSearchBucket } from '../../support/use-search-bucket.ts';
import { aContentTable } from '../../support/use-table.ts';

const [table, snapshotsOf] = await Promise.all([aContentTable(), useSearchBucket()]);
const start = new Date();
const after = (seconds: number) => new Date(start.getTime() + seconds * 1000);

/** A file on a device that is always full: https://man7.org/linux/man-pages/man4/full.4.html */
const fullFile = () => {
  const file = temporaryFile();
  symlinkSync('/dev/full', file.path);
  return file;
};

/** A site with one article in its snapshot, and a count of the snapshots that were read. */
const aSite = async (siteId: string) => {
  const sources = searchSources(table, snapshotsOf(siteId), siteId);
  const newsroom = createNewsroom(table, siteId);
  await newsroom.published({ title: 'Một' });
  await compact(sources, { now: after(120), isForced: true });
  const reads: string[] = [];
  const read = (key: string) => {
    reads.push(key);
    return sources.snapshots.read(key);
  };
  const noBuild = () => Promise.reject(new Error('An index is built'));
  return {
    newsroom,
    reads,
    sources: {
      ...sources,
      snapshots: { ...sources.snapshots, read },
      changes: { ...sources.changes, listPublishedIds: noBuild },
    },
  };
};

test('a full /tmp is no damage: search is unavailable, tries again after a pause, and recovers', async () => {
  const { sources, reads } = await aSite('full');
  let isFull = true;
  const cache = indexCache({ ...sources, newFile: () => (isFull ? fullFile() : temporaryFile()) });
  for (const seconds of [0, 3, 6, 9]) {
    await expect(cache.get(after(seconds))).rejects.toMatchObject({ code: 'unavailable' });
  }
  expect(reads).toHaveLength(1);
  await expect(cache.get(after(11))).rejects.toThrow(PortalError);
  await expect(cache.get(after(30))).rejects.toThrow(PortalError);
  expect(reads).toHaveLength(2);
  isFull = false;
  expect((await cache.get(after(32))).size()).toBe(1);
  expect(sources.failures).toMatchObject([{ code: 'ENOSPC' }, { code: 'ENOSPC' }]);
  expect(sources.invalidSnapshots).toEqual([]);
});

test('a change for which there is no room leaves the index as it was, and in use', async () => {
  const { sources, newsroom } = await aSite('growing');
  let isFull = false;
  const cache = indexCache({
    ...sources,
    changes: {
      ...sources.changes,
      async *readArticles(ids) {
        if (isFull) throw Object.assign(new Error('database or disk is full'), { errcode: 13 });
        yield* sources.changes.readArticles(ids);
      },
    },
  });
  expect((await cache.get(after(0))).size()).toBe(1);
  await newsroom.published({ title: 'Hai' });
  isFull = true;
  for (const seconds of [3, 6, 9]) expect((await cache.get(after(seconds))).size()).toBe(1);
  expect(sources.failures).toHaveLength(1);
  isFull = false;
  expect((await cache.get(after(20))).size()).toBe(2);
});

test('a connection to S3 that breaks off is no damage either', async () => {
  const { sources } = await aSite('broken-off');
  const cache = indexCache({
    ...sources,
    snapshots: { read: () => Promise.reject(new PortalError('unavailable', 'The bucket did not answer')) },
  });
  await expect(cache.get(after(0))).rejects.toMatchObject({ code: 'unavailable' });
  expect(sources.invalidSnapshots).toEqual([]);
});

test('a compactor without room fails, and leaves pointer, snapshot and records as they are', async () => {
  const { sources, newsroom } = await aSite('compactor');
  await newsroom.published({ title: 'Hai' });
  const before = await sources.changes.getPointer();
  const full = { ...sources, newFile: fullFile };
  await expect(compact(full, { now: after(120), isForced: true })).rejects.toMatchObject({ code: 'ENOSPC' });
  expect(await sources.changes.getPointer()).toEqual(before);
  expect(await sources.changes.listPending()).toHaveLength(1);
});

test('a write to a full database is undone as a whole, and its error says so', () => {
  const database = new DatabaseSync(':memory:');
  database.exec(indexSchema(1));
  database.exec('pragma max_page_count = 60');
  const write = indexWriter(database, syllableNumbers(database));
  const changes = corpus(100).map((article) => ({
    id: article.id,
    live: { version: 1, withdrawAt: null, tags: [], author: '', gallery: [], ...article },
  }));
  let thrown: unknown;
  try {
    write(changes);
  } catch (error) {
    thrown = error;
  }
  expect(isOutOfRoom(thrown)).toBe(true);
  expect(database.prepare('select count(*) as n from article').get()).toEqual({ n: 0 });
  write(changes.slice(0, 1));
  expect(database.prepare('select count(*) as n from article').get()).toEqual({ n: 1 });
});

test.each<[string, unknown, boolean]>([
  ['no space on the device', Object.assign(new Error(), { code: 'ENOSPC' }), true],
  ['no memory of the system', Object.assign(new Error(), { code: 'ENOMEM' }), true],
  ['no memory of SQLite', Object.assign(new Error(), { code: 'ERR_SQLITE_ERROR', errcode: 7 }), true],
  ['a full disk of SQLite', Object.assign(new Error(), { code: 'ERR_SQLITE_ERROR', errcode: 13 }), true],
  ['an input that is damaged', Object.assign(new Error(), { code: 'Z_DATA_ERROR', errno: -3 }), false],
  ['a damaged database', Object.assign(new Error(), { code: 'ERR_SQLITE_ERROR', errcode: 11 }), false],
  ['no buffer from V8', new RangeError('Array buffer allocation failed'), true],
  ['any other error', new RangeError('Out of range'), false],
  ['nothing', undefined, false],
])('tells %s from damage', (_, error, expected) => {
  expect(isOutOfRoom(error)).toBe(expected);
});

test('counts the articles that are far from their place by date', () => {
  const at = (n: number) => new Date(Date.UTC(2020, 0, 1) + n * 60_000).toISOString();
  const inOrder = Array.from({ length: 210 }, (_, n) => ({ id: String(n), publishedAt: at(n) }));
  expect(indexFixture(inOrder).index.countMisplaced()).toBe(0);
  const shuffled = [...inOrder.slice(205), ...inOrder.slice(0, 205)];
  expect(indexFixture(shuffled).index.countMisplaced()).toBe(5);
});

test('the metric is the larger of the shares of articles and bytes', () => {
  const fill = (articles: number, indexBytes: number) =>
    indexFillMetric('hac-van', { articles, indexBytes }, start);
  expect(fill(80_000, 1).SearchIndexFill).toBe(80);
  expect(fill(1, 512 * 1024 * 1024).SearchIndexFill).toBe(100);
  const { _aws, ...members } = fill(10, 10);
  expect(_aws.Timestamp).toBe(start.getTime());
  const [{ Dimensions, Metrics } = { Dimensions: [], Metrics: [] }] = _aws.CloudWatchMetrics;
  expect(Object.keys(members)).toEqual(
    expect.arrayContaining([...Dimensions.flat(), ...Metrics.map(({ Name }) => Name)]),
  );
});
