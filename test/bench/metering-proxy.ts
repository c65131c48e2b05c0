import { awsOperation, httpProxy, type ProxyHook } from '../../infra/local/http-proxy.ts';

/**
 * The DynamoDB operations of some work, and the units billed for them:
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/on-demand-capacity-mode.html
 */
export type TableUsage = { calls: string[]; readUnits: number; writeUnits: number };

type ConsumedCapacity = { CapacityUnits?: number };
type KeysToGet = { Keys: unknown[]; ConsistentRead?: boolean };
type DynamodbRequest = { TransactItems?: unknown[]; RequestItems?: Record<string, KeysToGet> };
type DynamodbReply = { ConsumedCapacity?: ConsumedCapacity | ConsumedCapacity[] };

/** Units of the smallest transactional write. DynamoDB rounds up the size of each item; DynamoDB Local only that of all together. */
const minUnitsPerAction = 2;
/** Units of the smallest read of an item, which DynamoDB bills for a missing one too; DynamoDB Local does not. */
const minUnitsPerKey = { consistent: 1, eventual: 0.5 };
const readOperations = new Set(['GetItem', 'BatchGetItem', 'Query']);

/** A proxy in front of DynamoDB Local that requests the consumed capacity of every call and adds it up. */
export const meteringProxy = () => {
  let usage: TableUsage = { calls: [], readUnits: 0, writeUnits: 0 };

  const hook: ProxyHook = async (request, forward) => {
    const operation = awsOperation(request);
    const parameters = JSON.parse(request.body.toString()) as DynamodbRequest;
    const metered = JSON.stringify({ ...parameters, ReturnConsumedCapacity: 'TOTAL' });
    const reply = await forward({ ...request, body: Buffer.from(metered) });
    const { ConsumedCapacity = [] } = JSON.parse(reply.body.toString()) as DynamodbReply;
    const reported = [ConsumedCapacity].flat().reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
    const units = Math.max(reported, minUnitsOf(parameters));
    usage.calls.push(operation);
    if (readOperations.has(operation)) usage.readUnits += units;
    else usage.writeUnits += units;
    return reply;
  };

  return {
    ...httpProxy(hook),
    /** Runs some work and returns the usage during it: nothing else may use the table meanwhile. */
    async meter<T>(work: () => Promise<T>): Promise<{ result: T; usage: TableUsage }> {
      usage = { calls: [], readUnits: 0, writeUnits: 0 };
      const result = await work();
      return { result, usage: { ...usage, calls: [...usage.calls] } };
    },
  };
};

const minUnitsOf = ({ TransactItems = [], RequestItems = {} }: DynamodbRequest): number =>
  Object.values(RequestItems).reduce(
    (sum, { Keys, ConsistentRead = false }) =>
      sum + Keys.length * (ConsistentRead ? minUnitsPerKey.consistent : minUnitsPerKey.eventual),
    minUnitsPerAction * TransactItems.length,
  );

export type MeteringProxy = ReturnType<typeof meteringProxy>;
