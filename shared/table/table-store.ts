import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { readTableConnection } from '../env.ts';
import { PortalError } from '../errors.ts';
import { backoff, DynamodbRefusal, dynamodbClient } from './dynamodb-client.ts';

export type Key = { pk: string; sk: string };
export type Item = Record<string, unknown>;
/** A write of a store. The table's name is added here, unless the write is to another table in the same transaction. */
export type TableWrite = { table?: string } & (
  | { put: Item; condition?: Condition }
  | { remove: Key; condition?: Condition }
  | { update: Key; change: string; condition?: Condition; values?: Record<string, unknown> }
);
type Condition = { expression: string; names?: Record<string, string>; values?: Record<string, unknown> };
export type TableQuery = Omit<QueryCommandInput, 'TableName' | 'ReturnConsumedCapacity'>;

/** Attempts at a transaction that conflicts with another one. */
const transactionAttempts = 4;

type Attributes = Record<string, AttributeValue>;

/** One DynamoDB table. Every method throws `unavailable` when the table cannot be reached or is overloaded. */
export const connectTable = (TableName: string, dynamodb = dynamodbClient(readTableConnection())) => {
  /**
   * Commits all writes or none; returns the positions of failed conditions, empty on success. The client retries a lost reply with the same
   * idempotency token, so that the retry cannot be mistaken for a failed condition: that is why single writes are transactions too.
   */
  const commit = async (writes: readonly TableWrite[]): Promise<number[]> => {
    const TransactItems = writes.map((write) => toWrite(TableName, write));
    for (let tries = 1; ; tries += 1) {
      try {
        await dynamodb.call('TransactWriteItems', { TransactItems });
        return [];
      } catch (error) {
        if (!(error instanceof DynamodbRefusal) || error.name !== 'TransactionCanceledException') throw error;
        const codes = error.reasons.map((reason) => reason.Code);
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
      const { Item } = await dynamodb.call<{ Item?: Attributes }>('GetItem', {
        TableName,
        Key: marshall(Key),
        ConsistentRead: true,
      });
      return Item ? unmarshall(Item) : null;
    },

    /** Several items (at most 100) in one call, in the order of the keys; null for missing ones. `attributes` are read beside the key; by default all. */
    async getMany(
      keys: readonly Key[],
      { isConsistent = false, attributes }: { isConsistent?: boolean; attributes?: readonly string[] } = {},
    ): Promise<(Item | null)[]> {
      const found: Item[] = [];
      let pending = keys.map((key): Attributes => marshall(key));
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
        const reply = await dynamodb.call<BatchGetOutput>('BatchGetItem', request);
        found.push(...(reply.Responses?.[TableName] ?? []).map((item) => unmarshall(item)));
        pending = reply.UnprocessedKeys?.[TableName]?.Keys ?? [];
      }
      return keys.map((key) => found.find((item) => item.pk === key.pk && item.sk === key.sk) ?? null);
    },

    /** One page of a query. */
    async query(query: TableQuery): Promise<{ items: Item[]; lastKey: Item | undefined }> {
      const { ExpressionAttributeValues: values, ExclusiveStartKey: start, ...rest } = query;
      const { Items = [], LastEvaluatedKey: last } = await dynamodb.call<QueryOutput>('Query', {
        TableName,
        ...rest,
        ...(values && { ExpressionAttributeValues: marshall(values) }),
        ...(start && { ExclusiveStartKey: marshall(start) }),
      });
      return { items: Items.map((item) => unmarshall(item)), lastKey: last && unmarshall(last) };
    },

    /** Commits all writes or none; false when a condition failed. */
    write: async (writes: readonly TableWrite[]): Promise<boolean> => (await commit(writes)).length === 0,

    attempt: commit,
  };
};
type BatchGetOutput = {
  Responses?: Record<string, Attributes[]>;
  UnprocessedKeys?: Record<string, { Keys?: Attributes[] }>;
};
type QueryOutput = { Items?: Attributes[]; LastEvaluatedKey?: Attributes };
export type Table = ReturnType<typeof connectTable>;

/** Named by placeholders, because an attribute's name may be a reserved word. */
const projection = (attributes: readonly string[]) => ({
  ProjectionExpression: attributes.map((name) => `#${name}`).join(', '),
  ExpressionAttributeNames: Object.fromEntries(attributes.map((name) => [`#${name}`, name])),
});

const toWrite = (ownTable: string, write: TableWrite) => {
  const TableName = write.table ?? ownTable;
  const values = { ...write.condition?.values, ...('update' in write && write.values) };
  const condition = {
    ...(write.condition && { ConditionExpression: write.condition.expression }),
    ...(write.condition?.names && { ExpressionAttributeNames: write.condition.names }),
    ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: marshall(values) }),
  };
  if ('put' in write) return { Put: { TableName, Item: marshall(write.put), ...condition } };
  if ('remove' in write) return { Delete: { TableName, Key: marshall(write.remove), ...condition } };
  return { Update: { TableName, Key: marshall(write.update), UpdateExpression: write.change, ...condition } };
};

/** Cancellation reasons that a retry may not meet: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html */
const retryableReasons = ['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'];
const isRetryable = (code: string | undefined) => retryableReasons.includes(String(code));
