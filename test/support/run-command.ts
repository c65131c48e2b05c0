import { type ChildProcess, type ChildProcessByStdio, execFile, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { afterAll } from 'vitest';
import { freePort, isFree } from '../../infra/local/free-port.ts';

const infra = join(import.meta.dirname, '../../infra');
const runner = join(infra, 'local');
/** What `npm run token` runs. */
export const tokenCommand = join(infra, 'tools/token.ts');
const running = new Set<ChildProcess>();
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
});

/** A free port whose next one is free too, for sign-in. */
export const freePair = async (): Promise<number> => {
  const port = await freePort();
  return (await isFree(port + 1)) ? port : freePair();
};

/** Runs `npm run token -- ACCOUNT` as a process. */
export const printToken = (account: string, env: Record<string, string>) =>
  promisify(execFile)(process.execPath, [tokenCommand, account], { env });

/** Runs what `npm start -- [SITE]` runs as a process. */
export const startProcess = (env: Record<string, string>, ...site: string[]) =>
  observePortal(
    spawn(process.execPath, [join(runner, 'start.ts'), ...site], {
      env: { PATH: process.env.PATH ?? '', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  );

/** Runs `npm start`. */
export const startByNpm = (env: Record<string, string>) =>
  observePortal(
    spawn('npm', ['start'], {
      cwd: join(runner, '../..'),
      env: { PATH: process.env.PATH ?? '', npm_config_update_notifier: 'false', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  );

/** Reports the URL, the output and the end of a process that starts a portal. */
const observePortal = (child: ChildProcessByStdio<null, Readable, Readable>) => {
  running.add(child);
  let stdout = '';
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) => {
    child.once('close', (code) => {
      running.delete(child);
      resolve({ code, stdout, stderr });
    });
  });
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      const url = /^ready (.*)$/m.exec(stdout)?.[1];
      if (url !== undefined) resolve(url);
    });
    ended.then(() => reject(new Error(stdout + stderr)));
  });
  ready.catch(() => undefined);
  return {
    pid: child.pid ?? 0,
    ready,
    ended,
    kill: (signal: NodeJS.Signals) => child.kill(signal),
    interrupt: () => child.kill('SIGINT'),
  };
};
