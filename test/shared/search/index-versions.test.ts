import { expect, test } from 'vitest';
import { indexCache } from '../../../functions/search/index-cache.ts';
import { compact } from '../../../functions/search-compactor/compact.ts';
import type { IndexVersions } from '../../../shared/search/index-schema.ts';
import { createNewsroom } from '../../support/newsroom.ts';
import { searchSources } from '../../support/search-sources.ts';
import { useSearchBucket } from '../../support/use-search-bucket.ts';
import { aContentTable } from '../../support/use-table.ts';

const [table, snapshotsOf] = await Promise.all([aContentTable(), useSearchBucket()]);
const after = (minutes: number) => new Date(Date.now() + minutes * 60_000);

const older: IndexVersions = { written: 1, oldestRead: 1 };
const newer: IndexVersions = { written: 2, oldestRead: 1 };

/** A site with the functions of two versions of the code. Those of `search` count how often they build an index from the table. */
const aSite = (siteId: string) => {
  const sources = searchSources(table, snapshotsOf(siteId), siteId);
  const builds: string[] = [];
  const withVersions = (versions: IndexVersions) => ({ ...sources, versions });
  return {
    sources,
    builds,
    newsroom: createNewsroom(table, siteId),
    withVersions,
    startInstance: (versions: IndexVersions) =>
      indexCache({
        ...withVersions(versions),
        changes: {
          ...sources.changes,
          listPublishedIds: () => {
            builds.push(siteId);
            return sources.changes.listPublishedIds();
          },
        },
      }),
  };
};

test('an index of the version before serves until the new one is written, and then those that read only it', async () => {
  const { sources, builds, newsroom, withVersions, startInstance } = aSite('two-versions');
  await newsroom.published({ title: 'Một' });
  await compact(withVersions(older), { now: after(2), isForced: true });
  const warm = startInstance(older);
  expect((await warm.get(new Date())).size()).toBe(1);

  const deployed = startInstance(newer);
  expect((await deployed.get(new Date())).size()).toBe(1);

  await newsroom.published({ title: 'Hai' });
  expect(await compact(withVersions(newer), { now: after(2) })).toMatchObject({
    outcome: 'rebuilt',
    articles: 2,
  });
  expect(await sources.changes.getPointer()).toMatchObject({ version: 2, previous: { version: 1 } });
  await newsroom.published({ title: 'Ba' });
  for (const instance of [warm, deployed, startInstance(older), startInstance(newer)]) {
    expect((await instance.refresh(new Date())).size()).toBe(3);
  }

  // A record is more than an hour old, the new version is not.
  expect(await compact(withVersions(newer), { now: after(61) })).toMatchObject({ outcome: 'not due' });
  expect((await startInstance(older).get(new Date())).size()).toBe(3);
  expect(builds).toEqual([]);

  expect(await compact(withVersions(newer), { now: after(63) })).toMatchObject({ outcome: 'written' });
  expect(await sources.changes.listPending()).toEqual([]);
  expect((await warm.refresh(new Date())).size()).toBe(3);
  expect((await startInstance(newer).get(new Date())).size()).toBe(3);
  expect([builds, sources.failures, sources.invalidSnapshots]).toEqual([[], [], []]);
});

test('an instance that reads no snapshot of the pointer builds one index, if the site is small', async () => {
  const { sources, builds, newsroom, withVersions, startInstance } = aSite('only-newer');
  await newsroom.published({ title: 'Một' });
  await compact(withVersions(newer), { now: after(2), isForced: true });
  const instance = startInstance(older);
  for (let n = 0; n < 3; n += 1) expect((await instance.refresh(new Date())).size()).toBe(1);
  await newsroom.published({ title: 'Hai' });
  await compact(withVersions(newer), { now: after(4), isForced: true });
  expect((await instance.refresh(new Date())).size()).toBe(1);
  expect(builds).toEqual(['only-newer']);

  const pointer = await sources.changes.getPointer();
  if (!pointer) throw new Error('There is a snapshot');
  await sources.changes.advancePointer({ ...pointer, sequence: 3, articles: 50_000 });
  const cold = startInstance(older);
  for (let n = 0; n < 3; n += 1) await expect(cold.refresh(new Date())).rejects.toThrow('cannot be loaded');
  expect(builds).toEqual(['only-newer']);
  expect(sources.failures).toHaveLength(1);
});

test('a compactor of the version before takes over after a rollback', async () => {
  const { sources, builds, newsroom, withVersions, startInstance } = aSite('rollback');
  await newsroom.published({ title: 'Một' });
  await compact(withVersions(newer), { now: after(2), isForced: true });
  expect(await compact(withVersions(older), { now: after(2) })).toMatchObject({ outcome: 'rebuilt' });
  expect(await sources.changes.getPointer()).toMatchObject({ version: 1, previous: { version: 2 } });
  expect((await startInstance(older).get(new Date())).size()).toBe(1);
  expect(builds).toEqual([]);
});
