import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { isDeepStrictEqual } from 'node:util';
import { Worker } from 'node:worker_threads';
import type { Invocation, Outcome } from './lambda-worker.ts';

export type LambdaSettings = {
  name: string;
  /** The bundle's file, and its exported handler. */
  bundle: string;
  exported: string;
  environment: Record<string, string>;
  memoryMb: number;
  timeoutSeconds: number;
  onLog: (line: string) => void;
  /** The function's clock in milliseconds; null for the machine's. */
  clock: () => number | null;
};

/** A function's thread failed or ended before it answered. */
class FunctionFailed extends Error {}

export type Usage = { invocations: number; milliseconds: number };
type Pending = { resolve: (reply: unknown) => void; reject: (error: Error) => void };

/** One function: an execution environment in a worker thread, started on first use and again after it ended. */
export const startLambda = (settings: LambdaSettings) => {
  let current: Environment | null = null;
  let { environment: variables } = settings;
  const used: Usage = { invocations: 0, milliseconds: 0 };
  const environment = () => {
    if (!current || current.isDead()) current = startEnvironment({ ...settings, environment: variables });
    return current;
  };

  return {
    /** Invokes the function and returns its reply. Throws `FunctionFailed` when it throws, crashes or times out. */
    async invoke(event: unknown, requestId: string = randomUUID()): Promise<unknown> {
      const start = performance.now();
      try {
        return await environment().invoke(event, requestId);
      } finally {
        used.invocations += 1;
        used.milliseconds += performance.now() - start;
      }
    },
    /** Usage so far: what Lambda bills, except memory. */
    usage: (): Readonly<Usage> => ({ ...used }),
    /** Gives the function other environment variables: new invocations have them, those under way finish with the old ones. */
    configure(changed: Record<string, string>) {
      if (isDeepStrictEqual(changed, variables)) return;
      variables = changed;
      current?.retire();
      current = null;
    },
    /** Ends the thread at once, in the middle of its work; the next event starts another. */
    crash() {
      current?.end('The function crashed');
    },
    async stop() {
      await current?.end('The runner stopped');
    },
  };
};

type Environment = ReturnType<typeof startEnvironment>;

const startEnvironment = ({
  name,
  bundle,
  exported,
  environment,
  memoryMb,
  timeoutSeconds,
  onLog,
  clock,
}: LambdaSettings) => {
  const pending = new Map<number, Pending>();
  let count = 0;
  let isDead = false;
  let isRetired = false;
  const context = { functionName: name, memoryLimitInMB: String(memoryMb), functionVersion: '$LATEST' };
  const invokedFunctionArn = `arn:aws:lambda:ap-southeast-1:000000000000:function:${name}`;
  const worker = new Worker(new URL('./lambda-worker.ts', import.meta.url), {
    workerData: { bundle, exported, context: { ...context, invokedFunctionArn } },
    env: {
      ...environment,
      AWS_LAMBDA_FUNCTION_NAME: name,
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memoryMb),
    },
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    stdout: true,
    stderr: true,
  });
  readLines(worker.stdout, onLog);
  readLines(worker.stderr, onLog);

  const end = (why: string) => {
    isDead = true;
    for (const { reject } of pending.values()) reject(new FunctionFailed(why));
    pending.clear();
    return worker.terminate();
  };
  worker.on('error', (error) => void end(error.message));
  const endIfIdle = () => {
    if (isRetired && pending.size === 0) void end('The function was configured anew');
  };
  worker.on('message', (outcome: Outcome) => {
    const waiting = pending.get(outcome.id);
    pending.delete(outcome.id);
    if ('reply' in outcome) waiting?.resolve(outcome.reply);
    else {
      onLog(outcome.error);
      waiting?.reject(new FunctionFailed(outcome.error));
    }
    endIfIdle();
  });

  return {
    isDead: () => isDead,
    end,
    /** Ends when what is under way is finished. */
    retire() {
      isRetired = true;
      endIfIdle();
    },
    invoke(event: unknown, requestId: string) {
      count += 1;
      const id = count;
      const timeoutMs = timeoutSeconds * 1000;
      const timer = setTimeout(
        () => void end(`${name} timed out after ${timeoutSeconds} seconds`),
        timeoutMs,
      );
      return new Promise<unknown>((resolve, reject) => {
        pending.set(id, { resolve, reject });
        worker.postMessage({ id, event, requestId, timeoutMs, clockMs: clock() } satisfies Invocation);
      }).finally(() => clearTimeout(timer));
    },
  };
};

const readLines = (stream: Readable, onLine: (line: string) => void) => {
  let rest = '';
  stream.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    lines.forEach(onLine);
  });
};
