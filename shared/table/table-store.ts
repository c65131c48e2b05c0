import { DynamoDBClient, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  type QueryCommandInput,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { PortalError } from '../errors.ts';

export type Key = { pk: string; sk: string };
export type Item = Record<string, unknown>;
type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];
/** A write of a store. The table's name is added here, unless the write is to another table in the same transaction. */
export type TableWrite = { table?: string } & (
  | { put: Item; condition?: Condition }
  | { remove: Key; condition?: Condition }
  | { update: Key; change: string; condition?: Condition; values?: Record<string, unknown> }
  | { check: Key; condition: Condition }
);
type Condition = { expression: string; names?: Record<string, string>; values?: Record<string, unknown> };
export type TableQuery = Omit<QueryCommandInput, 'TableName' | 'ReturnConsumedCapacity'>;

/** Attempts at a transaction that conflicts with another one. */
const transactionAttempts = 4;

/** A client that retries a request when it exceeds the timeout: by default well within a function's 10 seconds. */
export const tableClient = ({ attempts = 3, timeoutMs = 2500 } = {}) =>
  DynamoDBDocumentClient.from(
    new DynamoDBClient({
      maxAttempts: attempts,
      requestHandler: {
        connectionTimeout: Math.min(1000, timeoutMs),
        requestTimeout: timeoutMs,
        throwOnRequestTimeout: true,
      },
    }),
  );

/**
 * One DynamoDB table. Every method throws `unavailable` when the table cannot be reached or is overloaded; other errors of the SDK are
 * mistakes of ours and pass through.
 */
export const connectTable = (TableName: string, dynamodb = tableClient()) => {
  const send = async <T>(call: () => Promise<T>): Promise<T> => {
    try {
      return await call();
    } catch (error) {
      throw isOutage(error)
        ? new PortalError('unavailable', 'The table did not answer', { cause: error })
        : error;
    }
  };

  /**
   * Commits all writes or none; returns the positions of failed conditions, empty on success. The SDK retries a lost reply with the same
   * idempotency token, so that the retry cannot be mistaken for a failed condition: that is why single writes are transactions too.
   */
  const commit = async (writes: readonly TableWrite[]): Promise<number[]> => {
    const TransactItems = writes.map((write) => toWrite(TableName, write));
    for (let tries = 1; ; tries += 1) {
      try {
        await send(() => dynamodb.send(new TransactWriteCommand({ TransactItems })));
        return [];
      } catch (error) {
        if (!(error instanceof TransactionCanceledException)) throw error;
        const codes = error.CancellationReasons?.map((reason) => reason.Code) ?? [];
        const refused = codes.flatMap((code, position) =>
          code === 'ConditionalCheckFailed' ? [position] : [],
        );
        if (refused.length > 0) return refused;
        if (tries === transactionAttempts || !codes.some(isRetryable)) {
          throw new PortalError('unavailable', 'The transaction did not go through', { cause: error });
        }
        await backoff(tries);
      }
    }
  };

  return {
    /** One item, strongly consistent: for decisions. */
    async get(Key: Key): Promise<Item | null> {
      const reply = await send(() => dynamodb.send(new GetCommand({ TableName, Key, ConsistentRead: true })));
      return reply.Item ?? null;
    },

    /** Several items (at most 100) in one call, in the order of the keys; null for missing ones. `attributes` are read beside the key; by default all. */
    async getMany(
      keys: readonly Key[],
      { isConsistent = false, attributes }: { isConsistent?: boolean; attributes?: readonly string[] } = {},
    ): Promise<(Item | null)[]> {
      const found: Item[] = [];
      let pending: Record<string, unknown>[] = [...keys];
      for (let attempt = 0; pending.length > 0; attempt += 1) {
        if (attempt === transactionAttempts) throw new PortalError('unavailable', 'The table is overloaded');
        if (attempt > 0) await backoff(attempt);
        const request = {
          RequestItems: {
            [TableName]: {
              Keys: pending,
              ConsistentRead: isConsistent,
              ...(attributes && projection(['pk', 'sk', ...attributes])),
            },
          },
        };
        const reply = await send(() => dynamodb.send(new BatchGetCommand(request)));
        found.push(...(reply.Responses?.[TableName] ?? []));
        pending = reply.UnprocessedKeys?.[TableName]?.Keys ?? [];
      }
      return keys.map((key) => found.find((item) => item.pk === key.pk && item.sk === key.sk) ?? null);
    },

    /** One page of a query. */
    async query(query: TableQuery): Promise<{ items: Item[]; lastKey: Item | undefined }> {
      const reply = await send(() => dynamodb.send(new QueryCommand({ TableName, ...query })));
      return { items: reply.Items ?? [], lastKey: reply.LastEvaluatedKey };
    },

    /** Commits all writes or none; false when a condition failed. */
    write: async (writes: readonly TableWrite[]): Promise<boolean> => (await commit(writes)).length === 0,

    attempt: commit,
  };
};
export type Table = ReturnType<typeof connectTable>;

/** Named by placeholders, because an attribute's name may be a reserved word. */
const projection = (attributes: readonly string[]) => ({
  ProjectionExpression: attributes.map((name) => `#${name}`).join(', '),
  ExpressionAttributeNames: Object.fromEntries(attributes.map((name) => [`#${name}`, name])),
});

const toWrite = (ownTable: string, write: TableWrite): Write => {
  const TableName = write.table ?? ownTable;
  const values = { ...write.condition?.values, ...('update' in write && write.values) };
  const condition = {
    ...(write.condition && { ConditionExpression: write.condition.expression }),
    ...(write.condition?.names && { ExpressionAttributeNames: write.condition.names }),
    ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: values }),
  };
  if ('put' in write) return { Put: { TableName, Item: write.put, ...condition } };
  if ('remove' in write) return { Delete: { TableName, Key: write.remove, ...condition } };
  if ('check' in write) {
    return {
      ConditionCheck: {
        TableName,
        Key: write.check,
        ConditionExpression: write.condition.expression,
        ...condition,
      },
    };
  }
  return { Update: { TableName, Key: write.update, UpdateExpression: write.change, ...condition } };
};

/** Cancellation reasons that a retry may not meet: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html */
const retryableReasons = ['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'];
const isRetryable = (code: string | undefined) => retryableReasons.includes(String(code));

/** Full jitter, so that two editors who collided do not collide again. */
const backoff = (attempt: number) =>
  new Promise((resolve) => setTimeout(resolve, Math.random() * 50 * 2 ** attempt));

/** No reply, a server error, or a throttle: neither the caller's mistake nor ours. */
const isOutage = (error: unknown) => {
  if (!(error instanceof Error) || error instanceof TransactionCanceledException) return false;
  const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
  const isNetwork = 'code' in error && typeof error.code === 'string' && error.code.startsWith('E');
  const isThrottle = /Throttl|LimitExceeded|ThroughputExceeded|TransactionInProgress/.test(error.name);
  return isNetwork || isThrottle || error.name === 'TimeoutError' || (status !== undefined && status >= 500);
};
