import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

/**
 * Calls and capacity units of some work, as DynamoDB bills them:
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/on-demand-capacity-mode.html
 */
export type Cost = { calls: string[]; readUnits: number; writeUnits: number };

type Consumed = { CapacityUnits?: number };
type Reply = { ConsumedCapacity?: Consumed | Consumed[] };

type Asked = { TransactItems?: unknown[] };

/** Units of the smallest write in a transaction. DynamoDB rounds each item up; DynamoDB Local only their sum. */
const leastUnitsPerAction = 2;
const reads = new Set(['GetItem', 'BatchGetItem', 'Query']);

/** A proxy before DynamoDB Local that adds up the consumed capacity of every call. */
export const meteredEngine = () => {
  let cost: Cost = { calls: [], readUnits: 0, writeUnits: 0 };
  let engineUrl = '';

  const server = createServer(async (request, response) => {
    const target = String(request.headers['x-amz-target']);
    const operation = target.split('.').at(-1) ?? '';
    const asked = { ...((await json(request)) as Asked), ReturnConsumedCapacity: 'TOTAL' };
    const reply = await fetch(engineUrl, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': target,
        authorization: String(request.headers.authorization),
        'x-amz-date': String(request.headers['x-amz-date']),
      },
      body: JSON.stringify(asked),
    });
    const text = await reply.text();
    const reported = [(JSON.parse(text) as Reply).ConsumedCapacity ?? []]
      .flat()
      .reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
    const units = Math.max(reported, leastUnitsPerAction * (asked.TransactItems?.length ?? 0));
    cost.calls.push(operation);
    if (reads.has(operation)) cost.readUnits += units;
    else cost.writeUnits += units;
    response.writeHead(reply.status, { 'content-type': 'application/x-amz-json-1.0' }).end(text);
  });

  return {
    async before(url: string): Promise<string> {
      engineUrl = url;
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    },
    /** The cost of some work, when nothing else runs. */
    async meter<T>(work: () => Promise<T>): Promise<{ result: T; cost: Cost }> {
      cost = { calls: [], readUnits: 0, writeUnits: 0 };
      const result = await work();
      return { result, cost: { ...cost, calls: [...cost.calls] } };
    },
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
};
