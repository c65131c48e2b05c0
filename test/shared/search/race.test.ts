import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexCache } from '../../../functions/search/index-cache.ts';
import { compact } from '../../../functions/search-compactor/compact.ts';
import { buildIndex } from '../../../shared/search/load-index.ts';
import { createNewsroom } from '../../support/newsroom.ts';
import { searchSources } from '../../support/search-sources.ts';
import { useSearchBucket } from '../../support/use-search-bucket.ts';
import { aContentTable } from '../../support/use-table.ts';

const [table, snapshotsOf] = await Promise.all([aContentTable(), useSearchBucket()]);
let sites = 0;

/** A separate site with editors, instances of the search function and compactors. */
const aSite = () => {
  sites += 1;
  const siteId = `site-${sites}`;
  const fail = (error: unknown) => {
    throw error;
  };
  const sources = {
    ...searchSources(table, snapshotsOf(siteId), siteId),
    onInvalidSnapshot: fail,
    onFailure: fail,
  };
  return {
    sources,
    changes: sources.changes,
    newsroom: createNewsroom(table, siteId),
    startInstance: () => indexCache(sources),
  };
};

/** Clock skew between machines: up to two minutes, far more than in any cloud. */
const skewMs = fc.integer({ min: -120_000, max: 120_000 });
const target = fc.nat({ max: 7 });
const step = fc.oneof(
  fc.record({ do: fc.constant('publish' as const), skewMs }),
  fc.record({ do: fc.constant('retitle' as const), target, skewMs }),
  fc.record({ do: fc.constant('withdraw' as const), target, skewMs }),
  fc.record({ do: fc.constant('refresh' as const), target }),
  fc.record({ do: fc.constant('compact' as const), skewMs }),
  fc.record({ do: fc.constant('restart' as const), target }),
);

test('every instance ends with the articles of the table after any concurrent steps', {
  timeout: 180_000,
}, async () => {
  // The steps of a round run concurrently.
  const rounds = fc.array(fc.array(step, { minLength: 1, maxLength: 8 }), { minLength: 2, maxLength: 7 });
  await fc.assert(
    fc.asyncProperty(rounds, async (all) => {
      const { sources, newsroom, startInstance } = aSite();
      const ids: string[] = [];
      const instances = [startInstance(), startInstance(), startInstance()];
      const skewedNow = (ms: number) => new Date(Date.now() + ms);
      const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)];

      for (const round of all) {
        await Promise.all(
          round.map(async (action) => {
            if (action.do === 'publish') {
              ids.push(
                (await newsroom.published({ title: `Tin số ${ids.length}` }, skewedNow(action.skewMs))).id,
              );
            } else if (action.do === 'compact') {
              await compact(sources, { now: skewedNow(action.skewMs + 90_000), isForced: true });
            } else if (action.do === 'refresh') {
              await pick(instances, action.target)?.refresh(new Date());
            } else if (action.do === 'restart') {
              instances[action.target % instances.length] = startInstance();
            } else {
              const id = pick(ids, action.target);
              if (id && action.do === 'retitle')
                await newsroom.retitle(id, 'Tin đã sửa', skewedNow(action.skewMs));
              if (id && action.do === 'withdraw') await newsroom.withdraw(id, skewedNow(action.skewMs));
            }
          }),
        );
      }

      const expected = (await buildIndex(sources)).versions();
      for (const instance of [...instances, startInstance()]) {
        expect((await instance.refresh(new Date())).versions()).toEqual(expected);
      }
    }),
    { numRuns: 60 },
  );
});

test('of two concurrent compactors one has no effect, and no record is removed that the snapshot lacks', async () => {
  const { sources, changes, newsroom, startInstance } = aSite();
  for (let n = 0; n < 5; n += 1) await newsroom.published({ title: `Tin ${n}` });
  const now = new Date(Date.now() + 120_000);
  const outcomes = await Promise.all([1, 2].map(() => compact(sources, { now, isForced: true })));
  expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['conflict', 'written']);
  expect(await changes.listPending()).toEqual([]);
  await newsroom.published({ title: 'Tin sau' });
  expect(await changes.listPending()).toHaveLength(1);
  expect((await startInstance().get(new Date())).size()).toBe(6);
});

test('keeps records for a minute after they were written, then removes them', async () => {
  const { sources, changes, newsroom } = aSite();
  await newsroom.published({});
  await compact(sources, { now: new Date(), isForced: true });
  expect(await changes.listPending()).toHaveLength(1);
  await compact(sources, { now: new Date(Date.now() + 61_000), isForced: true });
  expect(await changes.listPending()).toEqual([]);
});

test('writes a snapshot for more than a hundred pending records or one that is an hour old', async () => {
  const { sources, newsroom } = aSite();
  const at = new Date('2026-06-01T00:00:00Z');
  const after = (minutes: number) => new Date(at.getTime() + minutes * 60_000);
  await newsroom.published({}, at);
  expect(await compact(sources, { now: after(59) })).toEqual({ outcome: 'not due', pending: 1 });
  expect(await compact(sources, { now: after(60) })).toMatchObject({ outcome: 'written', articles: 1 });
  expect(await compact(sources, { now: after(61) })).toEqual({ outcome: 'not due', pending: 0 });
  for (let n = 0; n < 100; n += 1) await newsroom.published({}, after(62));
  expect(await compact(sources, { now: after(63) })).toEqual({ outcome: 'not due', pending: 100 });
  await newsroom.published({}, after(62));
  expect(await compact(sources, { now: after(63) })).toMatchObject({ outcome: 'written', articles: 102 });
});
