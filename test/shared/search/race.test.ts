import fc from 'fast-check';
import { expect, test } from 'vitest';
import { liveIndex } from '../../../functions/search/live-index.ts';
import { compact } from '../../../functions/search-compactor/compact.ts';
import { changeStore } from '../../../shared/search/change-store.ts';
import { buildIndex } from '../../../shared/search/load-index.ts';
import { createNewsroom } from '../../support/newsroom.ts';
import { useSearchBucket } from '../../support/use-search-bucket.ts';
import { aContentTable } from '../../support/use-table.ts';

const [table, snapshots] = await Promise.all([aContentTable(), useSearchBucket()]);
let sites = 0;

/** A site of its own, with editors, search environments and compactors. */
const aSite = () => {
  sites += 1;
  const siteId = `site-${sites}`;
  const changes = changeStore(table, siteId);
  let names = 0;
  const sources = {
    siteId,
    changes,
    snapshots,
    onDamage: (error: unknown) => {
      throw error;
    },
    newId: () => {
      names += 1;
      return `${siteId}-${names}`;
    },
  };
  return { sources, changes, newsroom: createNewsroom(table, siteId), start: () => liveIndex(sources) };
};

/** Clocks of different machines: up to two minutes apart, far more than any cloud's. */
const skewMs = fc.integer({ min: -120_000, max: 120_000 });
const which = fc.nat({ max: 7 });
const step = fc.oneof(
  fc.record({ do: fc.constant('publish' as const), skewMs }),
  fc.record({ do: fc.constant('retitle' as const), which, skewMs }),
  fc.record({ do: fc.constant('withdraw' as const), which, skewMs }),
  fc.record({ do: fc.constant('refresh' as const), which }),
  fc.record({ do: fc.constant('compact' as const), skewMs }),
  fc.record({ do: fc.constant('restart' as const), which }),
);

test('whatever goes on at once, every environment ends with the very articles of the table', {
  timeout: 180_000,
}, async () => {
  // Steps of an inner list run concurrently.
  const rounds = fc.array(fc.array(step, { minLength: 1, maxLength: 8 }), { minLength: 2, maxLength: 7 });
  await fc.assert(
    fc.asyncProperty(rounds, async (all) => {
      const { sources, newsroom, start } = aSite();
      const ids: string[] = [];
      const environments = [start(), start(), start()];
      const clock = (ms: number) => new Date(Date.now() + ms);
      const one = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)];

      for (const round of all) {
        await Promise.all(
          round.map(async (action) => {
            if (action.do === 'publish') {
              ids.push(
                (await newsroom.published({ title: `Tin số ${ids.length}` }, clock(action.skewMs))).id,
              );
            } else if (action.do === 'compact') {
              await compact(sources, { now: clock(action.skewMs + 90_000), isForced: true });
            } else if (action.do === 'refresh') {
              await one(environments, action.which)?.getNewest(new Date());
            } else if (action.do === 'restart') {
              environments[action.which % environments.length] = start();
            } else {
              const id = one(ids, action.which);
              if (id && action.do === 'retitle')
                await newsroom.retitle(id, 'Tin đã sửa', clock(action.skewMs));
              if (id && action.do === 'withdraw') await newsroom.withdraw(id, clock(action.skewMs));
            }
          }),
        );
      }

      const truth = (await buildIndex(sources)).versions();
      for (const environment of [...environments, start()]) {
        expect((await environment.getNewest(new Date())).versions()).toEqual(truth);
      }
    }),
    { numRuns: 60 },
  );
});

test('of two compactors at once one has done nothing, and no record goes that neither took in', async () => {
  const { sources, changes, newsroom, start } = aSite();
  for (let n = 0; n < 5; n += 1) await newsroom.published({ title: `Tin ${n}` });
  const now = new Date(Date.now() + 120_000);
  const outcomes = await Promise.all([1, 2].map(() => compact(sources, { now, isForced: true })));
  expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['overtaken', 'written']);
  expect(await changes.pending()).toEqual([]);
  await newsroom.published({ title: 'Tin sau' });
  expect(await changes.pending()).toHaveLength(1);
  expect((await start().get(new Date())).size()).toBe(6);
});

test('records that a snapshot has only just taken in stay for a minute, and then go', async () => {
  const { sources, changes, newsroom } = aSite();
  await newsroom.published({});
  await compact(sources, { now: new Date(), isForced: true });
  expect(await changes.pending()).toHaveLength(1);
  await compact(sources, { now: new Date(Date.now() + 61_000), isForced: true });
  expect(await changes.pending()).toEqual([]);
});

test('a snapshot is written when a hundred records wait, or one has waited for an hour', async () => {
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
