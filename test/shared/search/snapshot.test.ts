import { readFileSync, writeFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { indexCache } from '../../../functions/search/index-cache.ts';
import { compact } from '../../../functions/search-compactor/compact.ts';
import { createIndex, openIndex } from '../../../shared/search/open-index.ts';
import { temporaryFile } from '../../../shared/search/temporary-database.ts';
import { createNewsroom } from '../../support/newsroom.ts';
import { searchSources } from '../../support/search-sources.ts';
import { useSearchBucket } from '../../support/use-search-bucket.ts';
import { aContentTable } from '../../support/use-table.ts';

const [table, snapshotsOf] = await Promise.all([aContentTable(), useSearchBucket()]);
const inTwoMinutes = () => new Date(Date.now() + 120_000);

const aSite = (siteId: string) => ({
  sources: searchSources(table, snapshotsOf(siteId), siteId),
  newsroom: createNewsroom(table, siteId),
});

/** The bytes of an empty index of a site, with four bytes replaced. */
const indexBytes = (siteId: string, offset?: number, value = 0) => {
  const file = temporaryFile();
  createIndex(siteId).saveTo(file.path);
  const bytes = readFileSync(file.path);
  file.remove();
  if (offset !== undefined) bytes.writeUInt32BE(value, offset);
  return bytes;
};

const open = (bytes: Uint8Array) => {
  const file = temporaryFile();
  writeFileSync(file.path, bytes);
  return openIndex(file, 'ours');
};

describe('opening an index', () => {
  // https://www.sqlite.org/fileformat.html#the_database_header: the user version is at 60, the application id at 68.
  test.each<[string, () => Buffer]>([
    ['no bytes', () => Buffer.alloc(0)],
    ['bytes that are no database', () => Buffer.from('no database at all, but some text')],
    ['a database of another program', () => indexBytes('ours', 68, 1)],
    ['an index of a newer version', () => indexBytes('ours', 60, 999)],
    ['an index of another site', () => indexBytes('theirs')],
  ])('refuses %s', (_, made) => {
    expect(() => open(made())).toThrow();
  });

  test('accepts an index of this version and site', () => {
    expect(open(indexBytes('ours')).size()).toBe(0);
  });
});

describe.each<[string, (body: Uint8Array) => Uint8Array | null]>([
  ['missing', () => null],
  ['truncated', (body) => body.slice(0, body.length / 2)],
  ['corrupt', (body) => body.map((byte, at) => (at === body.length - 9 ? byte ^ 255 : byte))],
  ['foreign', () => gzipSync('somebody else’s file')],
  ['empty', () => new Uint8Array()],
])('a snapshot that is %s', (name, damage) => {
  test('is reported, worked around and replaced', async () => {
    const { sources, newsroom } = aSite(`damage-${name}`);
    const { changes, snapshots, invalidSnapshots } = sources;
    const { id } = await newsroom.published({ title: 'Vẫn tìm thấy' });
    await compact(sources, { now: inTwoMinutes(), isForced: true });
    expect(await changes.listPending()).toEqual([]);
    const key = (await changes.getPointer())?.key ?? '';
    const stored = await snapshots.read(key);
    const body = damage(stored ? await buffer(stored) : new Uint8Array());
    if (body) await snapshots.write(key, body);
    else await snapshots.remove(key);

    const cache = indexCache(sources);
    expect([...(await cache.get(new Date())).versions().keys()]).toEqual([id]);
    await cache.refresh(new Date());
    expect(invalidSnapshots).toHaveLength(1);

    expect(await compact(sources, { now: inTwoMinutes() })).toMatchObject({
      outcome: 'rebuilt',
      articles: 1,
    });
    expect(await compact(sources, { now: inTwoMinutes() })).toEqual({ outcome: 'not due', pending: 0 });
    invalidSnapshots.length = 0;
    expect((await indexCache(sources).get(new Date())).size()).toBe(1);
    expect(invalidSnapshots).toEqual([]);
  });
});

test('a rebuild on demand drops articles that were withdrawn', async () => {
  const { sources, newsroom } = aSite('rebuild');
  const first = await newsroom.published({ title: 'Một' });
  await newsroom.published({ title: 'Hai' });
  await compact(sources, { now: inTwoMinutes(), isForced: true });
  await newsroom.withdraw(first.id, new Date());
  expect(await compact(sources, { now: inTwoMinutes(), isRebuild: true })).toMatchObject({
    outcome: 'rebuilt',
    articles: 1,
  });
  const pointer = await sources.changes.getPointer();
  expect([pointer?.sequence, pointer?.articles]).toEqual([2, 1]);
});

test('an index with many articles out of their order by date is rebuilt in that order', async () => {
  const { sources, newsroom } = aSite('order');
  const dates = ['2026-03-01', '2024-03-01', '2025-03-01'].map((day) => `${day}T00:00:00.000Z`);
  for (const date of dates) await newsroom.published({ title: 'Bảng tin' }, new Date(), date);
  await compact(sources, { now: inTwoMinutes(), isForced: true });
  const newestFirst = async () => {
    const window = { now: new Date().toISOString(), from: '', before: '~' };
    const index = await indexCache(sources).get(new Date());
    return index.find('"pbang~tin"', window, 10).map(({ publishedAt }) => publishedAt);
  };
  expect(await newestFirst()).toEqual(dates.toReversed());

  const pointer = await sources.changes.getPointer();
  if (!pointer) throw new Error('There is a snapshot');
  await sources.changes.advancePointer({ ...pointer, sequence: 2, misplaced: 1 });
  expect(await compact(sources, { now: inTwoMinutes() })).toMatchObject({ outcome: 'rebuilt' });
  expect(await newestFirst()).toEqual(dates.toSorted().toReversed());
  expect(await compact(sources, { now: inTwoMinutes() })).toMatchObject({ outcome: 'not due' });
});

test('stores the newest snapshot and the one before, which an instance may still be reading', async () => {
  const { sources, newsroom } = aSite('retention');
  const { changes, snapshots } = sources;
  const keys: string[] = [];
  for (let n = 0; n < 3; n += 1) {
    await newsroom.published({ title: `Tin ${n}` });
    await compact(sources, { now: inTwoMinutes(), isForced: true });
    keys.push((await changes.getPointer())?.key ?? '');
  }
  const etags = await Promise.all(keys.map((key) => snapshots.getEtag(key)));
  expect(etags.map((etag) => etag !== null)).toEqual([false, true, true]);
  for (const key of keys) expect(key).toMatch(/^snapshots\/retention\/0000000[123]-/);
});
