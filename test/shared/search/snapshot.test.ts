import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { indexCache } from '../../../functions/search/index-cache.ts';
import { compact } from '../../../functions/search-compactor/compact.ts';
import { changeStore } from '../../../shared/search/change-store.ts';
import { createIndex, openIndex } from '../../../shared/search/open-index.ts';
import { createNewsroom } from '../../support/newsroom.ts';
import { useSearchBucket } from '../../support/use-search-bucket.ts';
import { aContentTable } from '../../support/use-table.ts';

const [table, snapshotsOf] = await Promise.all([aContentTable(), useSearchBucket()]);
const inTwoMinutes = () => new Date(Date.now() + 120_000);

const withHeader = (bytes: Buffer, offset: number, value: number) => {
  // https://www.sqlite.org/fileformat.html#the_database_header: the user version is at 60, the application id at 68.
  const changed = Buffer.from(bytes);
  changed.writeUInt32BE(value, offset);
  return changed;
};

describe('opening an index', () => {
  const bytes = () => createIndex('ours').bytes();
  test.each<[string, () => Buffer]>([
    ['no bytes', () => Buffer.alloc(0)],
    ['bytes that are no database', () => Buffer.from('no database at all, but some text')],
    ['a database of another program', () => withHeader(bytes(), 68, 1)],
    ['an index of a newer version', () => withHeader(bytes(), 60, 999)],
    ['an index of another site', () => createIndex('theirs').bytes()],
  ])('refuses %s', (_, made) => {
    expect(() => openIndex(made(), 'ours')).toThrow();
  });

  test('accepts an index of this version and site', () => {
    expect(openIndex(bytes(), 'ours').size()).toBe(0);
  });
});

describe.each<[string, (body: Uint8Array) => Uint8Array | null]>([
  ['missing', () => null],
  ['truncated', (body) => body.slice(0, body.length / 2)],
  ['corrupt', (body) => body.map((byte, at) => (at === body.length - 9 ? byte ^ 255 : byte))],
  ['foreign', () => gzipSync('somebody else’s file')],
])('a snapshot that is %s', (name, damage) => {
  test('is reported, worked around and replaced', async () => {
    const siteId = `damage-${name}`;
    const changes = changeStore(table, siteId);
    const newsroom = createNewsroom(table, siteId);
    const snapshots = snapshotsOf(siteId);
    const reported: unknown[] = [];
    let ids = 0;
    const sources = {
      siteId,
      changes,
      snapshots,
      onInvalidSnapshot: (error: unknown) => reported.push(error),
      newId: () => {
        ids += 1;
        return `${siteId}-${ids}`;
      },
    };
    const { id } = await newsroom.published({ title: 'Vẫn tìm thấy' });
    await compact(sources, { now: inTwoMinutes(), isForced: true });
    expect(await changes.listPending()).toEqual([]);
    const key = (await changes.getPointer())?.key ?? '';
    const body = damage((await snapshots.read(key)) ?? new Uint8Array());
    if (body) await snapshots.write(key, body);
    else await snapshots.remove(key);

    const index = await indexCache(sources).get(new Date());
    expect([...index.versions().keys()]).toEqual([id]);
    expect(reported).toHaveLength(1);

    expect(await compact(sources, { now: inTwoMinutes() })).toMatchObject({
      outcome: 'rebuilt',
      articles: 1,
    });
    expect(await compact(sources, { now: inTwoMinutes() })).toEqual({ outcome: 'not due', pending: 0 });
    reported.length = 0;
    expect((await indexCache(sources).get(new Date())).size()).toBe(1);
    expect(reported).toEqual([]);
  });
});

test('a rebuild on demand drops articles that were withdrawn', async () => {
  const siteId = 'rebuild';
  const changes = changeStore(table, siteId);
  const newsroom = createNewsroom(table, siteId);
  let ids = 0;
  const newId = () => {
    ids += 1;
    return `${siteId}-${ids}`;
  };
  const sources = {
    siteId,
    changes,
    snapshots: snapshotsOf(siteId),
    onInvalidSnapshot: () => undefined,
    newId,
  };
  const first = await newsroom.published({ title: 'Một' });
  await newsroom.published({ title: 'Hai' });
  await compact(sources, { now: inTwoMinutes(), isForced: true });
  await newsroom.withdraw(first.id, new Date());
  expect(await compact(sources, { now: inTwoMinutes(), isRebuild: true })).toMatchObject({
    outcome: 'rebuilt',
    articles: 1,
  });
  const pointer = await changes.getPointer();
  expect([pointer?.sequence, pointer?.articles]).toEqual([2, 1]);
});

test('stores the newest snapshot and the one before, which an instance may still be reading', async () => {
  const siteId = 'retention';
  const snapshots = snapshotsOf(siteId);
  const changes = changeStore(table, siteId);
  const newsroom = createNewsroom(table, siteId);
  const keys: string[] = [];
  for (let n = 0; n < 3; n += 1) {
    await newsroom.published({ title: `Tin ${n}` });
    const sources = {
      siteId,
      changes,
      snapshots,
      onInvalidSnapshot: () => undefined,
      newId: () => `${siteId}-${n}`,
    };
    await compact(sources, { now: inTwoMinutes(), isForced: true });
    keys.push((await changes.getPointer())?.key ?? '');
  }
  const etags = await Promise.all(keys.map((key) => snapshots.getEtag(key)));
  expect(etags.map((etag) => etag !== null)).toEqual([false, true, true]);
  for (const key of keys) expect(key).toMatch(/^snapshots\/retention\/0000000[123]-/);
});
