import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { settableClock } from './settable-clock.ts';

/** A message to a function's thread, and its answer. */
export type Invocation = {
  id: number;
  event: unknown;
  requestId: string;
  timeoutMs: number;
  /** The function's clock in milliseconds; null for the machine's. */
  clockMs: number | null;
};
export type Outcome = { id: number; reply: unknown } | { id: number; error: string };

type Context = { awsRequestId: string; getRemainingTimeInMillis: () => number } & Record<string, unknown>;
type LambdaHandler = (event: unknown, context: Context) => Promise<unknown>;

const { bundle, exported, context } = workerData as {
  bundle: string;
  exported: string;
  context: Record<string, unknown>;
};
const port = parentPort;
if (!port) throw new Error('This module must run in a worker thread');

const setClock = settableClock();
const loaded = import(pathToFileURL(bundle).href).then((module) => module[exported] as LambdaHandler);

const outcome = async ({ id, event, requestId, timeoutMs, clockMs }: Invocation): Promise<Outcome> => {
  try {
    setClock(clockMs);
    const deadlineMs = performance.now() + timeoutMs;
    const handler = await loaded;
    const getRemainingTimeInMillis = () => deadlineMs - performance.now();
    const reply = await handler(event, { ...context, awsRequestId: requestId, getRemainingTimeInMillis });
    // Lambda passes JSON, not objects: what JSON cannot represent is lost here too.
    return { id, reply: JSON.parse(JSON.stringify(reply ?? null)) };
  } catch (error) {
    return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
};

port.on('message', async (invocation: Invocation) => port.postMessage(await outcome(invocation)));
