import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { chromiumLaunchOptions } from '../support/chromium.ts';

const attempts = 200;
const pollMs = 100;
const flags = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  // Without it Chromium bypasses the proxy for 127.0.0.1.
  '--proxy-bypass-list=<-loopback>',
];

/** Starts a Chromium that is controlled through a debugging port, and uses a proxy if there is one. Throws when it does not answer. */
export const debuggableChromium = async (port: number, proxyUrl?: string) => {
  const { executablePath } = await chromiumLaunchOptions();
  const profile = await mkdtemp(join(tmpdir(), 'lighthouse-'));
  const child = spawn(
    executablePath,
    [
      ...flags,
      ...(proxyUrl === undefined ? [] : [`--proxy-server=${proxyUrl}`]),
      `--remote-debugging-port=${port}`,
      `--user-data-dir=${profile}`,
    ],
    { stdio: 'ignore' },
  );
  for (let attempt = 0; ; attempt += 1) {
    if (await isAnswering(port)) break;
    if (attempt === attempts) throw new Error('Chromium does not answer on its debugging port.');
    await wait(pollMs);
  }
  return {
    async close() {
      const closed = new Promise((resolve) => child.once('close', resolve));
      child.kill();
      await closed;
      await rm(profile, { recursive: true, force: true });
    },
  };
};

const isAnswering = (port: number) =>
  fetch(`http://127.0.0.1:${port}/json/version`).then(
    ({ ok }) => ok,
    () => false,
  );
