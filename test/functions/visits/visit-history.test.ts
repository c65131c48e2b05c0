import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { daySummarizer } from '../../../functions/most-read/summarize-days.ts';
import type { Table } from '../../../shared/table/table-store.ts';
import { addDays, daysBetween } from '../../../shared/time/local-day.ts';
import { historyStore } from '../../../shared/visits/history-store.ts';
import { publishedStore } from '../../../shared/visits/published-store.ts';
import { statisticsStore } from '../../../shared/visits/statistics-store.ts';
import { noOpeningBalance } from '../../../shared/visits/tally.ts';
import { visitHistory } from '../../../shared/visits/visit-history.ts';
import { visitStore } from '../../../shared/visits/visit-store.ts';
import { yearsStore } from '../../../shared/visits/years-store.ts';
import { aVisitsTable } from '../../support/use-table.ts';

const table = await aVisitsTable();
const noonOf = (day: string) => new Date(`${day}T12:00:00+07:00`);

/** A site whose calls for the office are counted. */
const aSite = (siteId: string) => {
  let reads = 0;
  const counting: Table = {
    ...table,
    getMany: (...request) => {
      reads += 1;
      return table.getMany(...request);
    },
    query: (request) => {
      reads += 1;
      return table.query(request);
    },
  };
  const visits = visitStore(table, siteId, randomUUID);
  const published = publishedStore(counting, siteId);
  const history = visitHistory({
    history: historyStore(counting, siteId),
    years: yearsStore(counting, siteId),
  });
  return {
    async count(day: string, times: number) {
      for (let n = 0; n < times; n += 1)
        await visits.count({ visit: randomUUID(), articles: [] }, noonOf(day));
    },
    async publish(day: string) {
      await statisticsStore(table, siteId).publishStatistics({
        tally: await visits.tally(noonOf(day)),
        opening: noOpeningBalance,
        openingVersion: 0,
      });
    },
    summarize: daySummarizer({
      history: historyStore(table, siteId),
      years: yearsStore(table, siteId),
      published: publishedStore(table, siteId),
    }),
    years: yearsStore(table, siteId),
    /** The visits of a range, and the calls to the table that it took. */
    async read(from: string, to: string, today = to) {
      reads = 0;
      const { tally } = (await published.forPages()).statistics;
      if (!tally) throw new Error('Nothing is published');
      const { counts, tally: now } = await history({ from, to }, tally, today);
      return { counts, total: now.total, today: now.today, month: now.month, reads };
    },
  };
};

test('a year takes three calls once its days are summarized, and says the same before', async () => {
  const site = aSite('a-year');
  await site.count('2025-12-30', 2);
  await site.count('2025-12-31', 1);
  await site.count('2026-03-01', 3);
  await site.count('2026-11-24', 4);
  await site.publish('2026-11-24');
  const year = () => site.read('2025-12-31', '2026-11-24');
  const expected = {
    counts: { '2025-12-31': 1, '2026-03-01': 3, '2026-11-24': 4 },
    total: 10,
    today: 4,
    month: 4,
  };
  const before = await year();
  expect(before).toMatchObject(expected);
  expect(before.reads).toBeGreaterThan(8);
  expect(await site.summarize(noonOf('2026-11-24'))).toBe(2);
  expect(await year()).toEqual({ ...expected, reads: 3 });
  expect(await site.summarize(noonOf('2026-11-24'))).toBe(0);
});

test('visits after the last publication count, on its day and on later ones', async () => {
  const site = aSite('unpublished');
  await site.count('2026-11-28', 1);
  await site.publish('2026-11-28');
  await site.count('2026-11-28', 2);
  expect(await site.read('2026-11-01', '2026-11-28')).toMatchObject({
    counts: { '2026-11-28': 3 },
    total: 3,
    today: 3,
    month: 3,
  });
  await site.count('2026-11-30', 1);
  await site.count('2026-12-01', 5);
  expect(await site.read('2026-11-30', '2026-12-01')).toMatchObject({
    counts: { '2026-11-30': 1, '2026-12-01': 5 },
    total: 9,
    today: 5,
    month: 5,
  });
  // A range of the past says what is now all the same.
  expect(await site.read('2026-11-28', '2026-11-28', '2026-12-02')).toMatchObject({
    counts: { '2026-11-28': 3 },
    total: 9,
    today: 0,
    month: 5,
  });
});

test('a day that is not summarized yet takes one call more', async () => {
  const site = aSite('a-gap');
  await site.count('2026-11-24', 4);
  await site.publish('2026-11-24');
  await site.summarize(noonOf('2026-11-25'));
  await site.count('2026-11-25', 1);
  await site.count('2026-11-26', 5);
  await site.publish('2026-11-26');
  const gap = await site.read('2026-11-24', '2026-11-26');
  expect(gap).toMatchObject({ counts: { '2026-11-24': 4, '2026-11-25': 1, '2026-11-26': 5 }, reads: 4 });
  await site.summarize(noonOf('2026-11-26'));
  expect(await site.read('2026-11-24', '2026-11-26')).toEqual({ ...gap, reads: 3 });
});

test('ten full years take three calls and at most fifteen read units, a year at most ten', async () => {
  const site = aSite('ten-years');
  await site.count('2017-01-01', 1);
  const days = daysBetween('2017-01-01', '2026-12-31');
  for (let year = 2017; year <= 2026; year += 1) {
    const inYear = days.filter((day) => day.startsWith(String(year)));
    const visits = Object.fromEntries(inYear.map((day) => [day, 12_345]));
    await site.years.save(String(year), { through: `${year}-12-31`, days: visits });
  }
  await site.count('2027-01-01', 1);
  await site.publish('2027-01-01');
  const { counts, reads } = await site.read('2017-01-01', '2027-01-01');
  expect([Object.keys(counts).length, reads]).toEqual([days.length + 1, 3]);
  // An eventually consistent read of 4 KB is half a unit. A name, a number of up to six digits and their overhead:
  // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
  const yearUnits = Math.ceil((366 * ('2026-12-31'.length + 1 + 4 + 1)) / 4096) / 2;
  const publishedUnits = 1;
  const todayUnits = 8 / 2;
  expect(publishedUnits + todayUnits + 10 * yearUnits).toBeLessThanOrEqual(15);
  // The last twelve months are in two years.
  expect(publishedUnits + todayUnits + 2 * yearUnits).toBeLessThanOrEqual(10);
});

test('an older writer does not replace a later day', async () => {
  const { years } = aSite('two-writers');
  const last = '2026-11-24';
  expect(await years.save('2026', { through: last, days: { [last]: 2 } })).toBe(true);
  expect(await years.save('2026', { through: addDays(last, -1), days: {} })).toBe(false);
  expect(await years.years(['2026'])).toEqual([{ through: last, days: { [last]: 2 } }]);
});
