import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { settableClock } from './settable-clock.ts';

/** What the runner sends into a function's thread, and what comes back. */
export type Invocation = {
  id: number;
  event: unknown;
  requestId: string;
  timeoutMs: number;
  /** Where the function's clock stands; null while it goes as the machine's does. */
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
if (!port) throw new Error('A function runs in a thread of the runner');

const setClock = settableClock();
const loaded = import(pathToFileURL(bundle).href).then((module) => module[exported] as LambdaHandler);

const outcome = async ({ id, event, requestId, timeoutMs, clockMs }: Invocation): Promise<Outcome> => {
  try {
    setClock(clockMs);
    const deadlineMs = performance.now() + timeoutMs;
    const handler = await loaded;
    const getRemainingTimeInMillis = () => deadlineMs - performance.now();
    const reply = await handler(event, { ...context, awsRequestId: requestId, getRemainingTimeInMillis });
    // Lambda hands over JSON, not objects: what does not survive that is lost here as well.
    return { id, reply: JSON.parse(JSON.stringify(reply ?? null)) };
  } catch (error) {
    return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
};

port.on('message', async (invocation: Invocation) => port.postMessage(await outcome(invocation)));
