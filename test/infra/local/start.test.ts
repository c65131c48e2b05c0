import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { portals } from '../../../infra/stages.ts';
import { isRunning, listeningAddresses, loopbackAddresses, processTree } from '../../support/process-tree.ts';
import { freePair, printToken, startByNpm, startProcess } from '../../support/run-command.ts';

const sites = [...new Set(portals.map(({ site }) => site))];
const scratch = await mkdtemp(join(tmpdir(), 'portal-'));
afterAll(() => rm(scratch, { recursive: true }));

const count = async (url: string) => {
  let items = 0;
  let cursor = '';
  do {
    const page = (await (await fetch(`${url}/api/articles?${cursor}`)).json()) as {
      items: unknown[];
      next: string | null;
    };
    items += page.items.length;
    cursor = page.next === null ? '' : `cursor=${page.next}`;
  } while (cursor);
  return items;
};

test('starts with the demo, and stops on Ctrl-C', async () => {
  const env = { PORT: String(await freePair()), PORTAL_DATA: join(scratch, 'demo') };
  const portal = startProcess(env);
  const url = await portal.ready;
  expect(await count(url)).toBeGreaterThan(20);
  portal.interrupt();
  const { code, stdout } = await portal.ended;
  expect(code).toBe(0);
  expect(stdout.trim().split('\n').at(-1)).toBe(`ready http://127.0.0.1:${env.PORT}`);
  await expect(fetch(url)).rejects.toThrow();
});

test('starts another site, without the demo and with data of its own, issues a token that it accepts, and keeps its data and its key', async () => {
  const [, another = ''] = sites;
  const env = { PORT: String(await freePair()), PORTAL_DATA: join(scratch, 'kept'), PORTAL_SITE: another };
  await expect(printToken('editor', env)).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('npm start'),
  });
  const first = startProcess({ ...env, PORTAL_SITE: '' }, another);
  const url = await first.ready;
  expect(await count(url)).toBe(0);
  expect(await readdir(env.PORTAL_DATA)).toEqual([another]);
  await expect(printToken('nobody', env)).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining("There is no account 'nobody'"),
  });
  const authorization = `Bearer ${(await printToken('author', env)).stdout.trim()}`;
  const articles = `${url}/api/admin/articles`;
  const article = { title: 'Tin giữ lại', category: 'tin-tuc', body: '<p>Một câu.</p>' };
  const created = await fetch(articles, {
    method: 'POST',
    headers: { authorization },
    body: JSON.stringify(article),
  });
  expect(created.status).toBe(201);
  const { id } = (await created.json()) as { id: string };
  expect(
    (await fetch(`${url}/api/admin/settings`, { method: 'PUT', headers: { authorization } })).status,
  ).toBe(403);
  await expect(printToken('author', { ...env, PORTAL_SITE: '' })).rejects.toMatchObject({ code: 1 });
  first.interrupt();
  expect((await first.ended).code).toBe(0);

  const second = startProcess(env);
  await second.ready;
  const kept = await fetch(`${articles}/${id}`, { headers: { authorization } });
  expect([kept.status, await kept.json()]).toEqual([200, expect.objectContaining({ title: article.title })]);
  second.interrupt();
  expect((await second.ended).code).toBe(0);
});

test('reports an unknown site in one sentence', async () => {
  const { code, stderr } = await startProcess({ PORTAL_DATA: join(scratch, 'b') }, 'pho-moi').ended;
  expect([code, stderr]).toEqual([
    1,
    `There is no site "pho-moi" in infra/stages.ts: choose from ${sites.join(', ')}.\n`,
  ]);
});

test.each(['SIGTERM', 'SIGKILL', 'SIGHUP'] as const)(
  'starts empty without the demo, on 127.0.0.1 only, and ends with all its processes when npm gets %s',
  async (signal) => {
    const PORT = String(await freePair());
    const npm = startByNpm({ PORT, PORTAL_DATA: join(scratch, signal), PORTAL_DEMO: '0' });
    const url = await npm.ready;
    expect(await count(url)).toBe(0);
    const tree = processTree(npm.pid);
    expect(tree.map(({ name }) => name)).toContain('java');
    const pids = tree.map(({ pid }) => pid);
    const addresses = listeningAddresses(pids);
    expect(addresses.length).toBeGreaterThanOrEqual(5);
    expect(addresses.filter((address) => !loopbackAddresses.includes(address))).toEqual([]);

    npm.kill(signal);
    await expect.poll(() => pids.filter(isRunning), { timeout: 30_000 }).toEqual([]);
    await expect(fetch(url)).rejects.toThrow();
  },
);

test('reports a port in use in one sentence', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const { port } = taken.address() as AddressInfo;
  const { code, stderr } = await startProcess({ PORT: String(port), PORTAL_DATA: join(scratch, 'a') }).ended;
  taken.close();
  expect([code, stderr]).toEqual([
    1,
    `Port ${port} is in use. Stop the process that listens on it, or set PORT to another port.\n`,
  ]);
});

test.each(['0', 'abc', '99999'])('reports PORT=%s in one sentence', async (PORT) => {
  const { code, stderr } = await startProcess({ PORT, PORTAL_DATA: join(scratch, 'b') }).ended;
  expect([code, stderr.trim().split('\n').length]).toEqual([1, 1]);
  expect(stderr).toContain(PORT);
});

test('reports a data directory that is a file in one sentence', async () => {
  const file = join(scratch, 'file');
  await writeFile(file, '');
  const { code, stderr } = await startProcess({ PORTAL_DATA: file }).ended;
  expect([code, stderr]).toEqual([
    1,
    `The data directory ${join(file, sites[0] ?? '')} cannot be read and written.\n`,
  ]);
});

test('reports a missing Java in one sentence', async () => {
  const env = {
    PORT: String(await freePair()),
    PORTAL_DATA: join(scratch, 'c'),
    PATH: dirname(process.execPath),
  };
  const { code, stderr } = await startProcess(env).ended;
  expect([code, stderr.trim().split('\n').length]).toEqual([1, 1]);
  expect(stderr).toContain('Java');
});
