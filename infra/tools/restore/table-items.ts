import {
  type AttributeValue,
  BatchWriteItemCommand,
  type DynamoDBClient,
  paginateScan,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb';
import { sortMembers } from './canonical-json.ts';

export type Item = Record<string, AttributeValue>;
/** Resolves after some milliseconds. */
export type Wait = (ms: number) => Promise<unknown>;

/** Items in one call, and attempts at those that it leaves: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html */
const itemsPerCall = 25;
const attempts = 8;

/** Every item of a table, strongly consistent. */
export async function* readItems(dynamodb: DynamoDBClient, TableName: string): AsyncGenerator<Item> {
  for await (const page of paginateScan({ client: dynamodb }, { TableName, ConsistentRead: true })) {
    yield* page.Items ?? [];
  }
}

/** An item as a line of JSON, the same for the same item. Throws for binary attributes, which no item of the portal has. */
export const toLine = (item: Item): string =>
  JSON.stringify(item, (name, value: unknown) => {
    // Sets have no order.
    if ((name === 'SS' || name === 'NS') && Array.isArray(value)) return value.toSorted();
    if (value instanceof Uint8Array) throw new Error('A binary attribute cannot be written as JSON');
    return sortMembers(name, value);
  });

const keyOf = ({ pk, sk }: Item): Item => ({ pk: pk ?? { S: '' }, sk: sk ?? { S: '' } });

export type Replacement = { written: number; removed: number; unchanged: number };
type Options = { dynamodb: DynamoDBClient; wait: Wait };

/**
 * Makes a table have some items and no others. What is so already is not written, and nothing is removed before all is written: readers
 * never see less than before, and a run that was cut off is repeated.
 */
export const replaceItems = async (
  { dynamodb, wait }: Options,
  TableName: string,
  items: Iterable<Item> | AsyncIterable<Item>,
): Promise<Replacement> => {
  const existing = new Map<string, string>();
  for await (const item of readItems(dynamodb, TableName)) existing.set(toLine(keyOf(item)), toLine(item));

  const batch = batchWriter({ dynamodb, wait }, TableName);
  let unchanged = 0;
  for await (const item of items) {
    const key = toLine(keyOf(item));
    if (existing.get(key) === toLine(item)) unchanged += 1;
    else await batch.add({ PutRequest: { Item: item } });
    existing.delete(key);
  }
  const written = await batch.flush();
  for (const key of existing.keys()) {
    await batch.add({ DeleteRequest: { Key: JSON.parse(key) as Item } });
  }
  return { written, removed: (await batch.flush()) - written, unchanged };
};

/** Sends writes in batches. `flush` sends the rest and returns how many were sent so far. */
const batchWriter = ({ dynamodb, wait }: Options, TableName: string) => {
  let pending: WriteRequest[] = [];
  let sent = 0;
  const flush = async () => {
    const count = pending.length;
    for (let tries = 0; pending.length > 0; tries += 1) {
      if (tries === attempts) throw new Error(`${TableName} takes no more writes now: start again later.`);
      if (tries > 0) await wait(50 * 2 ** tries);
      const reply = await dynamodb.send(
        new BatchWriteItemCommand({ RequestItems: { [TableName]: pending } }),
      );
      pending = reply.UnprocessedItems?.[TableName] ?? [];
    }
    sent += count;
    return sent;
  };
  return {
    async add(request: WriteRequest) {
      pending.push(request);
      if (pending.length === itemsPerCall) await flush();
    },
    flush,
  };
};
