import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { firstStackId } from '../../infra/local/choose-portal.ts';
import { localCredentials } from '../../infra/local/compute/aws-environment.ts';
import { startDynamodb } from '../../infra/local/data/dynamodb.ts';
import { createTables } from '../../infra/local/data/tables.ts';
import { localReferences } from '../../infra/local/template/local-references.ts';
import { resolver } from '../../infra/local/template/resolve.ts';
import { ofType, readTemplate } from '../../infra/local/template/template.ts';
import { connectTable } from '../../shared/table/table-store.ts';
import { shardCount, visitStore } from '../../shared/visits/visit-store.ts';
import type { BenchSize } from './bench-size.ts';
import { median } from './median.ts';
import { meteringProxy } from './metering-proxy.ts';
import { benchVisitCapacity } from './visit-capacity.ts';

const siteId = 'bench';
const concurrency = 16;

type Work = () => Promise<unknown>;

/** Prints the capacity and dollars of counting a visit exactly once, and its throughput next to a counter that only adds. */
export const benchVisits = async (templateDirectory: string, size: BenchSize) => {
  const engine = await startDynamodb();
  const proxy = meteringProxy();
  try {
    const template = await readTemplate(join(templateDirectory, `${firstStackId()}.template.json`));
    await createTables(template, resolver(localReferences(template)), engine.url);
    const tables = ofType(template, 'AWS::DynamoDB::GlobalTable').map(({ id }) => id);
    const named = (name: string) => tables.find((id) => id.startsWith(name)) ?? '';
    const metered = connect(await proxy.start(engine.url));
    await benchVisitCapacity(proxy, metered, { visits: named('Visits'), content: named('Content') });
    await benchThroughput(connect(engine.url), named('Visits'), size);
  } finally {
    await engine.stop();
    proxy.stop();
  }
};

const connect = (endpoint: string) =>
  DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint, ...localCredentials }));

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
