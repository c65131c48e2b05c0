import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { currentStatistics } from '../../../functions/visits/current-statistics.ts';
import { publishedStore } from '../../../shared/visits/published-store.ts';
import { statisticsStore } from '../../../shared/visits/statistics-store.ts';
import { emptyTally } from '../../../shared/visits/tally.ts';
import { visitStore } from '../../../shared/visits/visit-store.ts';
import { aVisitsTable } from '../../support/use-table.ts';

const table = await aVisitsTable();
const noon = new Date('2026-11-24T05:00:00Z');
let sites = 0;

/** Execution environments of the function for one new site. */
const someEnvironments = (count: number) => {
  sites += 1;
  const siteId = `site-${sites}`;
  const store = statisticsStore(table, siteId);
  const environments = Array.from({ length: count }, () => {
    const visits = visitStore(table, siteId, randomUUID);
    return { visits, statistics: currentStatistics({ visits, store }) };
  });
  return { environments, store, published: publishedStore(table, siteId) };
};

/** Beacons of some visits to some environments, and the milliseconds since the previous one. */
const beacons = fc.array(fc.record({ environment: fc.nat(2), visit: fc.nat(9), gapMs: fc.nat(3_000) }), {
  minLength: 1,
  maxLength: 20,
});

test('replies contain every visit that was counted before, whichever environment answers', async () => {
  await fc.assert(
    fc.asyncProperty(beacons, async (sent) => {
      const { environments } = someEnvironments(3);
      const ids = Array.from({ length: 10 }, () => randomUUID());
      const counted = new Set<number>();
      let now = noon;
      for (const { environment, visit, gapMs } of sent) {
        now = new Date(now.getTime() + gapMs);
        const { visits, statistics } = environments[environment] ?? expect.fail();
        await visits.count({ visit: ids[visit] ?? '', articles: [] }, now);
        counted.add(visit);
        expect((await statistics.read(now)).tally?.total).toBe(counted.size);
      }
    }),
    { numRuns: 8 },
  );
});

test('replies to concurrent beacons contain their own visit, and none that was not counted', async () => {
  const { environments } = someEnvironments(3);
  const totals = await Promise.all(
    Array.from({ length: 30 }, async (_, n) => {
      const { visits, statistics } = environments[n % 3] ?? expect.fail();
      await visits.count({ visit: randomUUID(), articles: [] }, noon);
      return (await statistics.read(noon)).tally?.total ?? 0;
    }),
  );
  expect(Math.min(...totals)).toBeGreaterThanOrEqual(1);
  expect(Math.max(...totals)).toBe(30);
});

test('published numbers never fall, except by a newer opening balance', async () => {
  const { store, published } = someEnvironments(1);
  const publish = (total: number, openingVersion: number, opening: number) =>
    store.publishStatistics({
      tally: { ...emptyTally('2026-11-24'), total },
      opening: { visits: opening, since: null },
      openingVersion,
    });
  const shown = async () => {
    const { statistics } = await published.forPages();
    return [statistics.tally?.total, statistics.opening.visits];
  };
  expect(await publish(5, 1, 100)).toBe(true);
  expect(await publish(4, 1, 100)).toBe(false);
  expect(await publish(6, 0, 900)).toBe(false);
  expect(await shown()).toEqual([5, 100]);
  expect(await publish(5, 2, 10)).toBe(true);
  expect(await publish(9, 1, 100)).toBe(false);
  expect(await shown()).toEqual([5, 10]);
});
