import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { chromiumLaunch } from '../support/chromium.ts';

const attempts = 200;
// Without the last flag, a browser bypasses the proxy for its own machine.
const flags = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--proxy-bypass-list=<-loopback>',
];

/** Starts a Chromium for Lighthouse, controlled by a port. Throws when it does not start. */
export const debuggableChromium = async (port: number, proxyPort: number) => {
  const { executablePath } = await chromiumLaunch();
  const profile = await mkdtemp(join(tmpdir(), 'lighthouse-'));
  const child = spawn(
    executablePath,
    [
      ...flags,
      `--proxy-server=127.0.0.1:${proxyPort}`,
      `--remote-debugging-port=${port}`,
      `--user-data-dir=${profile}`,
    ],
    { stdio: 'ignore' },
  );
  for (let attempt = 0; ; attempt += 1) {
    if (await answers(port)) break;
    if (attempt === attempts) throw new Error('Chromium does not answer');
    await wait(100);
  }
  return {
    async close() {
      const ended = new Promise((resolve) => child.once('close', resolve));
      child.kill();
      await ended;
      await rm(profile, { recursive: true, force: true });
    },
  };
};

const answers = (port: number) =>
  fetch(`http://127.0.0.1:${port}/json/version`).then(
    ({ ok }) => ok,
    () => false,
  );
