import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** The fault of one call to DynamoDB: `…Before` it reaches the engine, or `…After` it took effect; refused, delayed, or sent twice. */
export type Fault =
  | 'none'
  | 'holdBefore'
  | 'holdAfter'
  | 'dropBefore'
  | 'dropAfter'
  | 'delay'
  | 'duplicate'
  | 'throttle'
  | 'conflict';

/** Chooses the fault of a call, by its number from 1 or its content. */
type ChooseFault = (call: number, asked: { operation: string; body: string }) => Fault;

/** DynamoDB's error replies: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html */
const refusals: Partial<Record<Fault, object>> = {
  throttle: {
    __type: 'com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException',
    message: 'The level of configured provisioned throughput for the table was exceeded.',
  },
  conflict: {
    __type: 'com.amazonaws.dynamodb.v20120810#TransactionCanceledException',
    Message: 'Transaction cancelled, please refer cancellation reasons for specific reasons',
    CancellationReasons: [{ Code: 'TransactionConflict', Message: 'Transaction is ongoing for the item' }],
  },
};

/** The delay in milliseconds: long enough for other calls to overtake. */
const delayMs = 60;

/** A proxy before the engine with injected faults, which reports when a held call has arrived. */
export const faultProxy = () => {
  let engineUrl = '';
  let calls = 0;
  let chooseFault: ChooseFault = () => 'none';
  let onHeld: () => void = () => undefined;

  const forward = async (request: IncomingMessage, body: Buffer) => {
    const reply = await fetch(engineUrl, {
      method: request.method ?? 'POST',
      headers: Object.entries(request.headers)
        .filter(([name]) => !['host', 'connection', 'content-length', 'expect'].includes(name))
        .map(([name, value]) => [name, String(value)] as [string, string]),
      body: new Uint8Array(body),
    });
    return {
      status: reply.status,
      headers: [...reply.headers],
      bytes: Buffer.from(await reply.arrayBuffer()),
    };
  };

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    calls += 1;
    const body = Buffer.concat(chunks);
    const operation = String(request.headers['x-amz-target']).split('.').at(-1) ?? '';
    const fault = chooseFault(calls, { operation, body: body.toString() });
    const refusal = refusals[fault];
    if (refusal) {
      response.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify(refusal));
      return;
    }
    if (fault === 'delay') await pause(delayMs);
    if (fault === 'duplicate') await forward(request, body);
    if (fault === 'dropBefore') return request.socket.destroy();
    if (fault === 'holdBefore') return onHeld();
    const reply = await forward(request, body);
    if (fault === 'dropAfter') return request.socket.destroy();
    if (fault === 'holdAfter') return onHeld();
    for (const [name, value] of reply.headers) {
      if (!['connection', 'content-length', 'transfer-encoding', 'content-encoding'].includes(name)) {
        response.setHeader(name, value);
      }
    }
    response.writeHead(reply.status).end(reply.bytes);
  };

  const server = createServer((request, response) => {
    answer(request, response).catch(() => request.socket.destroy());
  });

  return {
    /** Starts the proxy before an engine. Returns the URL to use instead. */
    async before(url: string): Promise<string> {
      engineUrl = url;
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    },

    /** Chooses the fault of each call from now on. Resolves when a call is held. */
    inject(choose: ChooseFault): Promise<void> {
      calls = 0;
      chooseFault = choose;
      return new Promise((resolve) => {
        onHeld = resolve;
      });
    },

    heal() {
      chooseFault = () => 'none';
    },

    /** Calls since the last `inject`. */
    calls: () => calls,

    close() {
      server.closeAllConnections();
      server.close();
    },
  };
};
