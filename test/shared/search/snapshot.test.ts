import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { liveIndex } from '../../../functions/search/live-index.ts';
import { compact } from '../../../functions/search-compactor/compact.ts';
import { changeStore } from '../../../shared/search/change-store.ts';
import { createIndex, openIndex } from '../../../shared/search/search-index.ts';
import { createNewsroom } from '../../support/newsroom.ts';
import { useSearchBucket } from '../../support/use-search-bucket.ts';
import { aContentTable } from '../../support/use-table.ts';

const [table, snapshots] = await Promise.all([aContentTable(), useSearchBucket()]);
const later = () => new Date(Date.now() + 120_000);

const withHeader = (bytes: Buffer, offset: number, value: number) => {
  // https://www.sqlite.org/fileformat.html#the_database_header: the user version is at 60, the application id at 68.
  const changed = Buffer.from(bytes);
  changed.writeUInt32BE(value, offset);
  return changed;
};

describe('an index is taken only as this code writes it', () => {
  const bytes = () => createIndex('ours').bytes();
  test.each<[string, () => Buffer]>([
    ['nothing', () => Buffer.alloc(0)],
    ['no database', () => Buffer.from('no database at all, but some text')],
    ['a database of another program', () => withHeader(bytes(), 68, 1)],
    ['an index of a newer version', () => withHeader(bytes(), 60, 999)],
    ['an index of another site', () => createIndex('theirs').bytes()],
  ])('%s', (_, made) => {
    expect(() => openIndex(made(), 'ours')).toThrow();
  });

  test('its own', () => {
    expect(openIndex(bytes(), 'ours').size()).toBe(0);
  });
});

describe.each<[string, (body: Uint8Array) => Uint8Array | null]>([
  ['missing', () => null],
  ['truncated', (body) => body.slice(0, body.length / 2)],
  ['corrupt', (body) => body.map((byte, at) => (at === body.length - 9 ? byte ^ 255 : byte))],
  ['foreign', () => gzipSync('somebody else’s file')],
])('a snapshot that is %s', (name, damage) => {
  test('is noticed, answered without, and replaced', async () => {
    const siteId = `damage-${name}`;
    const changes = changeStore(table, siteId);
    const newsroom = createNewsroom(table, siteId);
    const noticed: unknown[] = [];
    let names = 0;
    const sources = {
      siteId,
      changes,
      snapshots,
      onDamage: (error: unknown) => noticed.push(error),
      newId: () => {
        names += 1;
        return `${siteId}-${names}`;
      },
    };
    const { id } = await newsroom.published({ title: 'Vẫn tìm thấy' });
    await compact(sources, { now: later(), isForced: true });
    expect(await changes.pending()).toEqual([]);
    const key = (await changes.pointer())?.key ?? '';
    const body = damage((await snapshots.read(key)) ?? new Uint8Array());
    if (body) await snapshots.write(key, body);
    else await snapshots.remove(key);

    const index = await liveIndex(sources).get(new Date());
    expect([...index.versions().keys()]).toEqual([id]);
    expect(noticed).toHaveLength(1);

    expect(await compact(sources, { now: later() })).toMatchObject({ outcome: 'rebuilt', articles: 1 });
    expect(await compact(sources, { now: later() })).toEqual({ outcome: 'not due', pending: 0 });
    noticed.length = 0;
    expect((await liveIndex(sources).get(new Date())).size()).toBe(1);
    expect(noticed).toEqual([]);
  });
});

test('a rebuild on demand forgets what no article holds any more', async () => {
  const siteId = 'rebuild';
  const changes = changeStore(table, siteId);
  const newsroom = createNewsroom(table, siteId);
  let names = 0;
  const newId = () => {
    names += 1;
    return `${siteId}-${names}`;
  };
  const sources = { siteId, changes, snapshots, onDamage: () => undefined, newId };
  const first = await newsroom.published({ title: 'Một' });
  await newsroom.published({ title: 'Hai' });
  await compact(sources, { now: later(), isForced: true });
  await newsroom.withdraw(first.id, new Date());
  expect(await compact(sources, { now: later(), isRebuild: true })).toMatchObject({
    outcome: 'rebuilt',
    articles: 1,
  });
  const kept = await changes.pointer();
  expect([kept?.sequence, kept?.articles]).toEqual([2, 1]);
});

test('only the snapshot before the newest one is kept, for whoever still reads it', async () => {
  const siteId = 'keeping';
  const changes = changeStore(table, siteId);
  const newsroom = createNewsroom(table, siteId);
  const keys: string[] = [];
  for (let n = 0; n < 3; n += 1) {
    await newsroom.published({ title: `Tin ${n}` });
    const sources = { siteId, changes, snapshots, onDamage: () => undefined, newId: () => `${siteId}-${n}` };
    await compact(sources, { now: later(), isForced: true });
    keys.push((await changes.pointer())?.key ?? '');
  }
  const tags = await Promise.all(keys.map((key) => snapshots.etag(key)));
  expect(tags.map((tag) => tag !== null)).toEqual([false, true, true]);
});
