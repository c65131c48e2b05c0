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
  const visits = visitStore(table, siteId);
  const published = publishedStore(counting, siteId);
  const history = visitHistory({
    history: historyStore(counting, siteId),
    years: yearsStore(counting, siteId),
  });
  return {
    async count(day: string, times: number) {
      for (let n = 0; n < times; n += 1)
        await visits.count({ visit: randomUUID(), article: undefined }, noonOf(day));
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
    async read(from: string, to: string) {
      reads = 0;
      const counts = await history({ from, to }, (await published.forPages()).statistics.tally);
      return { counts, reads };
    },
  };
};

test('a year takes two calls once its days are summarized, and says the same before', async () => {
  const site = aSite('a-year');
  await site.count('2025-12-30', 2);
  await site.count('2025-12-31', 1);
  await site.count('2026-03-01', 3);
  await site.count('2026-11-24', 4);
  const expected = { '2025-12-31': 1, '2026-03-01': 3, '2026-11-24': 4 };
  const before = await site.read('2025-12-31', '2026-12-30');
  expect(before.counts).toEqual(expected);
  expect(before.reads).toBeGreaterThan(8);
  expect(await site.summarize(noonOf('2026-11-24'))).toBe(2);
  expect(await site.read('2025-12-31', '2026-12-30')).toEqual({ counts: expected, reads: 2 });
  expect(await site.summarize(noonOf('2026-11-24'))).toBe(0);

  await site.count('2026-11-25', 1);
  await site.count('2026-11-26', 5);
  const gap = await site.read('2026-11-24', '2026-11-26');
  expect(gap).toEqual({ counts: { '2026-11-24': 4, '2026-11-25': 1, '2026-11-26': 5 }, reads: 10 });
  await site.summarize(noonOf('2026-11-26'));
  expect(await site.read('2026-11-24', '2026-11-26')).toEqual({ counts: gap.counts, reads: 2 });
});

test('ten full years take two calls and at most ten read units', async () => {
  const site = aSite('ten-years');
  await site.count('2017-01-01', 1);
  const days = daysBetween('2017-01-01', '2026-12-31');
  for (let year = 2017; year <= 2026; year += 1) {
    const inYear = days.filter((day) => day.startsWith(String(year)));
    const visits = Object.fromEntries(inYear.map((day) => [day, 12_345]));
    await site.years.save(String(year), { through: `${year}-12-31`, days: visits });
  }
  await site.count('2027-01-01', 1);
  const { counts, reads } = await site.read('2017-01-01', '2027-01-01');
  expect([Object.keys(counts).length, reads]).toEqual([days.length + 1, 2]);
  // An eventually consistent read of 4 KB is half a unit. A name, a number of five digits and their overhead:
  // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
  const yearBytes = 366 * ('2026-12-31'.length + 1 + 4 + 1);
  expect((10 * Math.ceil(yearBytes / 4096)) / 2).toBeLessThanOrEqual(10);
});

test('an older writer does not replace a later day', async () => {
  const { years } = aSite('two-writers');
  const last = '2026-11-24';
  expect(await years.save('2026', { through: last, days: { [last]: 2 } })).toBe(true);
  expect(await years.save('2026', { through: addDays(last, -1), days: {} })).toBe(false);
  expect(await years.years(['2026'])).toEqual([{ through: last, days: { [last]: 2 } }]);
});
