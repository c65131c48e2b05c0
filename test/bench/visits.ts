import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { localCredentials } from '../../infra/local/compute/aws-environment.ts';
import type { DynamodbClient } from '../../shared/table/dynamodb-client.ts';
import { connectTable } from '../../shared/table/table-store.ts';
import { shardCount, visitStore } from '../../shared/visits/visit-store.ts';
import type { BenchSize } from './bench-size.ts';
import { median } from './median.ts';
import { withMeteredTables } from './metered-tables.ts';
import { benchVisitCapacity } from './visit-capacity.ts';

const siteId = 'bench';
const concurrency = 16;

type Work = () => Promise<unknown>;

/** Prints the capacity and dollars of counting a visit exactly once, and its throughput next to a counter that only adds. */
export const benchVisits = async (templateDirectory: string, size: BenchSize) => {
  await withMeteredTables(templateDirectory, async ({ proxy, metered, direct, engineUrl, tableName }) => {
    const names = { visits: tableName('Visits'), content: tableName('Content') };
    await benchVisitCapacity(proxy, metered, names);
    await benchThroughput({ direct, engineUrl }, names.visits, size);
  });
};

const benchThroughput = async (
  { direct, engineUrl }: { direct: DynamodbClient; engineUrl: string },
  TableName: string,
  { counterPairs, rateMs }: BenchSize,
) => {
  const { count } = visitStore(connectTable(TableName, direct), siteId, randomUUID);
  const sdk = DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint: engineUrl, ...localCredentials }));
  const exact = () => count({ visit: randomUUID(), articles: [] }, new Date());
  const naive = () =>
    sdk.send(
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
