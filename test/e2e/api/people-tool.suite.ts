import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readObjects } from '../../../infra/tools/restore/bucket-objects.ts';
import { enginesOf } from '../../../infra/tools/restore/engines.ts';
import { peopleApi } from '../../support/people-api.ts';
import { useSharedPortal } from '../../support/use-portal.ts';

const portal = await useSharedPortal();
const { person, invited, change } = peopleApi(portal);
const folder = await mkdtemp(join(tmpdir(), 'cong-tin-people-'));
afterAll(() => rm(folder, { recursive: true }));

const tool = join(import.meta.dirname, '../../../infra/tools/people.ts');
/** Runs `npm run people` as an account. */
const run = async (args: string[], account = 'admin') => {
  const PORTAL_TOKEN = await portal.token(account);
  const env = { PATH: process.env.PATH ?? '', PORTAL_URL: portal.url, PORTAL_TOKEN };
  return new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    execFile(process.execPath, [tool, ...args], { env }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    );
  });
};
const file = (name: string) => join(folder, name);
const save = async (name: string, records: readonly object[]) => {
  await writeFile(file(name), records.map((record) => `${JSON.stringify(record)}\n`).join(''));
  return file(name);
};

test('exports every account to a file of its own, without a secret', async () => {
  const made = await invited('editor');
  await change(made, 'disable');
  const { code, stdout } = await run(['export', file('people.jsonl')]);
  expect([code, stdout]).toEqual([0, expect.stringContaining('accounts written')]);
  const records = (await readFile(file('people.jsonl'), 'utf8')).trim().split('\n');
  expect(records.map((line) => JSON.parse(line))).toContainEqual({
    name: made.name,
    fullName: made.fullName,
    email: made.email,
    role: 'editor',
    isEnabled: false,
  });
  expect((await stat(file('people.jsonl'))).mode & 0o777).toBe(0o600);
  expect(await run(['export', file('people.jsonl')])).toMatchObject({ code: 1, stdout: '' });
});

test('the daily export writes the same lines into the bucket', async () => {
  await portal.functions['people-export'].invoke({});
  await run(['export', file('of-today.jsonl')]);
  const engines = await enginesOf(portal);
  const files: [key: string, text: string][] = [];
  for await (const { key, body } of readObjects(engines.s3, engines.bucketName('peoplebucket'))) {
    files.push([key, new TextDecoder().decode(body)]);
  }
  engines.close();
  expect(files).toEqual([['people/hac-van.jsonl', await readFile(file('of-today.jsonl'), 'utf8')]]);
});

test('imports who is missing and what differs, once, and says what was refused', async () => {
  const known = await invited('editor');
  const record = ({ name, fullName, email }: typeof known) => ({ name, fullName, email });
  const missing = { name: 'tu.ho', fullName: 'Hồ Văn Tư', email: 'tu.ho@hacvan.example' };
  const path = await save('import.jsonl', [
    { ...record(known), role: 'author', isEnabled: true },
    { ...missing, role: 'editor', isEnabled: false },
    { name: 'admin', fullName: 'X', email: 'admin@hacvan.example', role: 'author', isEnabled: true },
    { name: 'nam.ho', fullName: 'Hồ Văn Năm', email: 'không phải thư', role: 'author', isEnabled: true },
  ]);
  const first = await run(['import', path]);
  expect([first.code, first.stdout.trim()]).toEqual([2, '1 invited, 1 changed, 0 there already, 2 refused.']);
  expect(first.stderr).toContain('admin: Không thể tự đổi vai trò');
  expect(first.stderr).toContain('nam.ho: email: Không phải địa chỉ thư điện tử');
  expect(await person('tu.ho')).toMatchObject({ role: 'editor', isEnabled: false });
  expect(await person(known.name)).toMatchObject({ role: 'author' });
  const versions = [(await person('tu.ho')).version, (await person(known.name)).version];

  expect((await run(['import', path])).stdout.trim()).toBe(
    '0 invited, 0 changed, 2 there already, 2 refused.',
  );
  expect([(await person('tu.ho')).version, (await person(known.name)).version]).toEqual(versions);
});

test.each([
  ['an unknown action', ['delete', 'x'], 'Usage: npm run people'],
  ['no file', ['export'], 'Usage: npm run people'],
  ['a file that is missing', ['import', '/khong/co'], 'cannot be read'],
])('refuses %s in one sentence', async (_, args, sentence) => {
  const { code, stderr } = await run(args);
  expect([code, stderr.trim().split('\n').length]).toEqual([1, 1]);
  expect(stderr).toContain(sentence);
});

test('refuses a line that is no account before it changes anything, and an editor', async () => {
  const made = await invited();
  const path = await save('broken.jsonl', [
    { name: made.name, fullName: 'X', email: made.email, role: 'admin', isEnabled: true },
    { name: 'x', password: 'y' },
  ]);
  expect(await run(['import', path])).toMatchObject({ code: 1, stderr: 'Line 2 is no account.\n' });
  expect(await person(made.name)).toEqual(made);
  expect((await run(['export', file('editor.jsonl')], 'editor')).code).toBe(1);
});
