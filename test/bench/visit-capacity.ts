import { randomUUID } from 'node:crypto';
import { refreshMostRead } from '../../functions/most-read/refresh.ts';
import { articleKeys } from '../../shared/articles/keys.ts';
import { readerStore } from '../../shared/reader/reader-store.ts';
import type { DynamodbClient } from '../../shared/table/dynamodb-client.ts';
import { connectTable } from '../../shared/table/table-store.ts';
import { articleReadsStore } from '../../shared/visits/article-reads-store.ts';
import { publishedStore } from '../../shared/visits/published-store.ts';
import { statisticsStore } from '../../shared/visits/statistics-store.ts';
import { visitStore } from '../../shared/visits/visit-store.ts';
import { idOf } from '../support/article-records.ts';
import { aLiveArticle } from '../support/site-fixture.ts';
import type { MeteringProxy } from './metering-proxy.ts';
import { prices } from './prices.ts';

const siteId = 'bench';
const functionGb = 0.5;
/** Articles that are read all the time, and the size of each. */
const articleCount = 40;
const articleBytes = 5_000;
/** Periods of five minutes, for which an article is known to be visible. */
const memosInMonth = 30 * 24 * 12;
/** Assumed duration of one beacon: three calls, one after the other, to tables that answer within 10 ms. */
const functionSeconds = 0.04;

/** Prints the read and write units of what counting and ranking do, and the dollars of a million visits. */
export const benchVisitCapacity = async (
  { meter }: MeteringProxy,
  dynamodb: DynamodbClient,
  names: { visits: string; content: string },
) => {
  const table = connectTable(names.visits, dynamodb);
  const content = connectTable(names.content, dynamodb);
  const reader = readerStore(content, siteId);
  const reads = articleReadsStore(table, siteId);
  const store = statisticsStore(table, siteId);
  const { count, tally } = visitStore(table, siteId, randomUUID);
  const visit = randomUUID();
  const article = idOf(0);
  const now = new Date('2026-11-24T05:00:00Z');
  const minuteLater = new Date('2026-11-24T05:06:00Z');
  for (let n = 0; n < articleCount; n += 1) {
    const live = aLiveArticle({ id: idOf(n), body: 'x'.repeat(articleBytes) });
    await content.write([{ put: { ...articleKeys(siteId).live(idOf(n)), ...live } }]);
  }
  // The first visit of a day creates the day's item in its shard.
  for (let n = 0; n < 100; n += 1) await count({ visit: randomUUID(), articles: [] }, now);

  console.log('Visits: calls to the table, read units and write units');
  const measure = async (name: string, work: () => Promise<unknown>) => {
    const { usage } = await meter(work);
    const units = `${usage.readUnits} RU  ${usage.writeUnits} WU`;
    const calls = usage.calls.length > 6 ? `${usage.calls.length} calls` : usage.calls.join(', ');
    console.log(`  ${name.padEnd(60)} ${units.padEnd(16)} ${calls}`);
    return usage;
  };
  const first = await measure('a visit', () => count({ visit, articles: [] }, now));
  await measure('the same beacon again', () => count({ visit, articles: [] }, now));
  await measure('an article read in it', () => count({ visit, articles: [article] }, now));
  const further = Array.from({ length: 3 }, (_, n) => idOf(n + 1));
  await measure('three articles read in it, together', () => count({ visit, articles: further }, now));
  await measure('a view six minutes later', () => count({ visit, articles: [] }, minuteLater));
  await measure('a visit that begins with an article', () =>
    count({ visit: randomUUID(), articles: [article] }, now),
  );
  const answering = await measure('reading the numbers of a reply', () =>
    Promise.all([tally(now), store.openingBalance()]),
  );
  const looking = await measure('looking an article up (5 KB; once in five minutes)', () =>
    reader.listed([article], now),
  );
  const inventing = await measure('looking up an id that is no article', () =>
    reader.listed([idOf(-1)], now),
  );
  await measure('reading the numbers for a page (at most every 10 s)', () =>
    publishedStore(table, siteId).forPages(),
  );
  for (let n = 0; n < articleCount; n += 1) {
    await count({ visit: randomUUID(), articles: [idOf(n)] }, now);
  }
  const ranking = (at: Date) => () =>
    refreshMostRead({ reads, store, reader, onTruncated: () => undefined }, at);
  await measure('most read: the first run, which closes 29 days', ranking(now));
  await measure('most read: a run when nothing was read since', ranking(minuteLater));
  await count({ visit: randomUUID(), articles: [article] }, now);
  await measure(`most read: a run when something was read (${articleCount} articles)`, ranking(minuteLater));

  const { usd, date } = prices;
  const requests = usd.edgeRequest + usd.apiRequest + usd.functionRequest;
  const computing = functionGb * functionSeconds * usd.functionGbSecond;
  const counting = first.writeUnits * usd.writeUnit + first.readUnits * usd.readUnit;
  const replying = answering.readUnits * usd.readUnit;
  const million = (dollars: number) => (dollars * 1e6).toFixed(2);
  console.log(
    `  USD per million visits of one beacon (list prices of ${date}): ${million(requests + computing + counting + replying)}`,
    `= requests ${million(requests)} + function ${million(computing)} + counting ${million(counting)} + answering ${million(replying)}`,
  );
  console.log(
    `  USD of looking up ${articleCount} articles every five minutes for a month, in each environment: ${(articleCount * memosInMonth * looking.readUnits * usd.readUnit).toFixed(2)};`,
    `per million invented ids: ${million(inventing.readUnits * usd.readUnit)}`,
  );
};
