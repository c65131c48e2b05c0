import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { localCredentials } from '../../infra/local/compute/aws-environment.ts';
import { startDynamodb } from '../../infra/local/data/dynamodb.ts';
import { createTables } from '../../infra/local/data/tables.ts';
import { localReferences } from '../../infra/local/template/local-references.ts';
import { resolver } from '../../infra/local/template/resolve.ts';
import { ofType, readTemplate } from '../../infra/local/template/template.ts';
import { connectTable } from '../../shared/table/table-store.ts';
import { statisticsStore } from '../../shared/visits/statistics-store.ts';
import { shardCount, visitStore } from '../../shared/visits/visit-store.ts';
import type { BenchSize } from './bench-size.ts';
import { median } from './median.ts';
import { type MeteringProxy, meteringProxy } from './metering-proxy.ts';
import { prices } from './prices.ts';

const siteId = 'bench';
const concurrency = 16;
const functionGb = 0.5;
/** Assumed duration of one beacon: two calls to a table that answers within 10 ms. */
const functionSeconds = 0.03;

type Work = () => Promise<unknown>;

/** Prints the capacity and dollars of counting a visit exactly once, and its throughput next to a counter that only adds. */
export const benchVisits = async (templateDirectory: string, size: BenchSize) => {
  const engine = await startDynamodb();
  const proxy = meteringProxy();
  try {
    const template = await readTemplate(join(templateDirectory, 'CongTin-dev.template.json'));
    await createTables(template, resolver(localReferences(template)), engine.url);
    const tables = ofType(template, 'AWS::DynamoDB::GlobalTable').map(({ id }) => id);
    const TableName = tables.find((id) => id.startsWith('Visits')) ?? '';
    await benchCapacity(proxy, connect(await proxy.start(engine.url)), TableName);
    await benchThroughput(connect(engine.url), TableName, size);
  } finally {
    await engine.stop();
    proxy.stop();
  }
};

const connect = (endpoint: string) =>
  DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint, ...localCredentials }));

const benchCapacity = async (
  { meter }: MeteringProxy,
  dynamodb: DynamoDBDocumentClient,
  tableName: string,
) => {
  const table = connectTable(tableName, dynamodb);
  const { count, tally } = visitStore(table, siteId);
  const { forPages } = statisticsStore(table, siteId);
  const visit = randomUUID();
  const article = '01kb0000000000000000000000';
  const now = new Date('2026-11-24T05:00:00Z');
  const minuteLater = new Date('2026-11-24T05:06:00Z');
  // The first visit of a day creates the day's item in its shard.
  for (let n = 0; n < 100; n += 1) await count({ visit: randomUUID(), article: undefined }, now);

  console.log('Visits: calls to the table, read units and write units');
  const measure = async (name: string, work: Work) => {
    const { usage } = await meter(work);
    const units = `${usage.readUnits} RU  ${usage.writeUnits} WU`;
    console.log(`  ${name.padEnd(52)} ${units.padEnd(16)} ${usage.calls.join(', ')}`);
    return usage;
  };
  const first = await measure('a visit', () => count({ visit, article: undefined }, now));
  await measure('the same beacon again', () => count({ visit, article: undefined }, now));
  await measure('an article read in it', () => count({ visit, article }, now));
  await measure('a view six minutes later', () => count({ visit, article: undefined }, minuteLater));
  await measure('a visit that begins with an article', () => count({ visit: randomUUID(), article }, now));
  const tallying = await measure('reading all numbers (at most every 2 s)', () => tally(now));
  await measure('reading them for a page (at most every 10 s)', forPages);

  const { usd, date } = prices;
  const requests = usd.edgeRequest + usd.apiRequest + usd.functionRequest;
  const computing = functionGb * functionSeconds * usd.functionGbSecond;
  const counting = first.writeUnits * usd.writeUnit + first.readUnits * usd.readUnit;
  const answering = tallying.readUnits * usd.readUnit;
  const million = (dollars: number) => (dollars * 1e6).toFixed(2);
  console.log(
    `  USD per million visits of one beacon (list prices of ${date}): ${million(requests + computing + counting + answering)}`,
    `= requests ${million(requests)} + function ${million(computing)} + counting ${million(counting)} + answering ${million(answering)}`,
  );
};

const benchThroughput = async (
  dynamodb: DynamoDBDocumentClient,
  TableName: string,
  { counterPairs, rateMs }: BenchSize,
) => {
  const { count } = visitStore(connectTable(TableName, dynamodb), siteId);
  const exact = () => count({ visit: randomUUID(), article: undefined }, new Date());
  const naive = () =>
    dynamodb.send(
      new UpdateCommand({
        TableName,
        Key: { pk: `naive-${Math.floor(Math.random() * shardCount)}`, sk: 'COUNT' },
        UpdateExpression: 'ADD visits :one',
        ExpressionAttributeValues: { ':one': 1 },
      }),
    );
  await rate(exact, rateMs);
  await rate(naive, rateMs);
  const pairs: { exact: number; naive: number }[] = [];
  for (let n = 0; n < counterPairs; n += 1) {
    pairs.push({ exact: await rate(exact, rateMs), naive: await rate(naive, rateMs) });
  }
  const ratio = median(pairs.map((pair) => pair.exact / pair.naive));
  const perSecond = (name: 'exact' | 'naive') => median(pairs.map((pair) => pair[name])).toFixed(0);
  console.log(
    `  exact ${perSecond('exact')}/s, naive sharded ADD ${perSecond('naive')}/s, ${concurrency} at once, ${counterPairs} pairs in turn: median ratio ${ratio.toFixed(2)}`,
  );
};

const rate = async (work: Work, durationMs: number): Promise<number> => {
  const start = performance.now();
  let done = 0;
  const worker = async () => {
    for (; performance.now() - start < durationMs; done += 1) await work();
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return (done * 1000) / (performance.now() - start);
};
