import { setTimeout as pause } from 'node:timers/promises';
import { DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  type _Record,
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
} from '@aws-sdk/client-dynamodb-streams';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod/mini';
import { queueUrl } from '../data/local-names.ts';
import { streamArn } from '../template/local-references.ts';
import type { Resolve } from '../template/resolve.ts';
import { ofType, type Template } from '../template/template.ts';
import { localCredentials } from './aws-environment.ts';
import { eventFilter } from './event-filter.ts';
import { streamEventRecord } from './stream-record.ts';

const mapping = z.object({
  BatchSize: z.int(),
  BisectBatchOnFunctionError: z.boolean(),
  DestinationConfig: z.object({ OnFailure: z.object({ Destination: z.string() }) }),
  EventSourceArn: z.string(),
  FilterCriteria: z.object({ Filters: z.array(z.object({ Pattern: z.string() })) }),
  FunctionName: z.string(),
  MaximumBatchingWindowInSeconds: z.int(),
  MaximumRecordAgeInSeconds: z.int(),
  /** -1 means until the record expires. */
  MaximumRetryAttempts: z.int(),
});
type Mapping = z.infer<typeof mapping>;
type Invoke = (event: unknown) => Promise<unknown>;

type Settings = {
  template: Template;
  resolve: Resolve;
  functions: ReadonlyMap<string, { invoke: Invoke }>;
  endpoints: { dynamodb: string; sqs: string };
};

const pollMs = 100;
/** Longest pause between two attempts at a batch. */
const retryMs = 1_000;

/** Event source mappings: invoke a function with the records of a table's stream, in order, until it succeeds. */
export const startEventSourceMappings = async ({ template, resolve, functions, endpoints }: Settings) => {
  const stopping = new AbortController();
  const running = ofType(template, 'AWS::Lambda::EventSourceMapping').map(({ Properties }) => {
    const { Tags, ...followed } = Properties;
    const source = mapping.parse(resolve(followed));
    const table = ofType(template, 'AWS::DynamoDB::GlobalTable').find(
      ({ id }) => streamArn(id) === source.EventSourceArn,
    );
    const target = functions.get(source.FunctionName);
    if (!table || !target) throw new Error('An event source mapping has no table or no function');
    return follow({ source, tableName: table.id, invoke: target.invoke, endpoints, signal: stopping.signal });
  });
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all(running);
    },
  };
};

type Following = {
  source: Mapping;
  tableName: string;
  invoke: Invoke;
  endpoints: Settings['endpoints'];
  signal: AbortSignal;
};

const follow = async ({ source, tableName, invoke, endpoints, signal }: Following) => {
  const dynamodb = new DynamoDBClient({ endpoint: endpoints.dynamodb, ...localCredentials });
  const streams = new DynamoDBStreamsClient({ endpoint: endpoints.dynamodb, ...localCredentials });
  const sqs = new SQSClient({ endpoint: endpoints.sqs, ...localCredentials });
  const sendToDeadLetterQueue = (records: readonly _Record[]) =>
    sqs.send(
      new SendMessageCommand({
        QueueUrl: queueUrl(source.DestinationConfig.OnFailure.Destination.split(':').at(-1) ?? ''),
        MessageBody: JSON.stringify({ tableName, eventIDs: records.map(({ eventID }) => eventID) }),
      }),
    );

  /**
   * Retries a batch until it succeeds. A failed batch is bisected; a single record that is too old or was retried too often goes to the
   * on-failure destination.
   */
  const deliver = async (records: readonly _Record[]): Promise<void> => {
    const endMs = Date.now() + source.MaximumRecordAgeInSeconds * 1000;
    for (let attempt = 0; !signal.aborted; attempt += 1) {
      const isTaken = await invoke({ Records: records.map(streamEventRecord) }).then(
        () => true,
        () => false,
      );
      if (isTaken) return;
      const mayRetry = source.MaximumRetryAttempts < 0 || attempt < source.MaximumRetryAttempts;
      if (records.length > 1 && source.BisectBatchOnFunctionError) {
        const middle = Math.floor(records.length / 2);
        await deliver(records.slice(0, middle));
        return deliver(records.slice(middle));
      }
      if (!mayRetry || Date.now() > endMs) {
        await sendToDeadLetterQueue(records);
        return;
      }
      await pause(Math.min(pollMs * 2 ** attempt, retryMs), undefined, { signal }).catch(() => undefined);
    }
  };

  const { Table } = await dynamodb.send(new DescribeTableCommand({ TableName: tableName }));
  const StreamArn = Table?.LatestStreamArn;
  const { StreamDescription } = await streams.send(new DescribeStreamCommand({ StreamArn }));
  // DynamoDB Local has one shard per table, which stays open while it runs.
  const ShardId = StreamDescription?.Shards?.at(-1)?.ShardId;
  const begin = { StreamArn, ShardId, ShardIteratorType: 'LATEST' } as const;
  let { ShardIterator } = await streams.send(new GetShardIteratorCommand(begin));
  const matches = eventFilter(source.FilterCriteria.Filters.map(({ Pattern }) => JSON.parse(Pattern)));
  let batch: _Record[] = [];
  let dueMs = 0;
  while (!signal.aborted && ShardIterator) {
    const page = await streams.send(new GetRecordsCommand({ ShardIterator, Limit: 1000 })).catch(() => null);
    const records = (page?.Records ?? []).filter(matches);
    if (batch.length === 0) dueMs = Date.now() + source.MaximumBatchingWindowInSeconds * 1000;
    batch.push(...records);
    while (batch.length >= source.BatchSize || (batch.length > 0 && Date.now() >= dueMs)) {
      await deliver(batch.slice(0, source.BatchSize));
      batch = batch.slice(source.BatchSize);
    }
    if (page) ShardIterator = page.NextShardIterator;
    await pause(pollMs, undefined, { signal }).catch(() => undefined);
  }
  for (const client of [dynamodb, streams, sqs]) client.destroy();
};
