import { appendFile, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readBackup, writeBackup } from '../../../infra/tools/restore/backup-folder.ts';
import type { StoredObject } from '../../../infra/tools/restore/bucket-objects.ts';
import type { Item } from '../../../infra/tools/restore/table-items.ts';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

async function* each<T>(values: readonly T[]) {
  yield* values;
}

const items: Item[] = [
  { pk: { S: 'hac-van#ARTICLE#1' }, sk: { S: 'LIVE' }, title: { S: 'Tin “mới”\n' }, count: { N: '12' } },
  {
    pk: { S: 'hac-van#IMAGE#1' },
    sk: { S: 'IMAGE' },
    usedBy: { SS: ['b', 'a'] },
    alt: { M: { b: { NULL: true } } },
  },
];
const object = (key: string, text: string): StoredObject => ({
  key,
  body: new TextEncoder().encode(text),
  contentType: 'image/webp',
  cacheControl: 'public',
});
const objects = [
  object('images/1/480-a.webp', 'một'),
  object('images/2/480-b.webp', 'hai'),
  object('images/3', 'hai'),
];

const newBackup = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cong-tin-backup-'));
  folders.push(folder);
  await writeBackup(folder, {
    at: new Date('2026-11-28T01:30:00Z'),
    tables: { ContentTable: each(items), EmptyTable: each<Item>([]) },
    buckets: { imagesbucket: each(objects) },
  });
  return folder;
};

test('reads back what was written', async () => {
  const { tables, buckets } = await readBackup(await newBackup());
  const [first, second] = items;
  expect([...tables]).toEqual([
    ['ContentTable', [first, { ...second, usedBy: { SS: ['a', 'b'] } }]],
    ['EmptyTable', []],
  ]);
  expect([...buckets]).toEqual([
    ['imagesbucket', objects.map(({ body, ...rest }) => ({ ...rest, body: Buffer.from(body) }))],
  ]);
});

const table = 'tables/ContentTable.jsonl';
const firstObject = async (folder: string) => `objects/${(await readdir(join(folder, 'objects'))).sort()[0]}`;
const change = async (file: string, from: string, to: string) =>
  writeFile(file, (await readFile(file, 'utf8')).replace(from, to));

test.each<[string, (folder: string) => Promise<unknown>, string]>([
  ['a truncated table', (folder) => truncate(join(folder, table), 40), `${table} differs from its checksum`],
  [
    'a table that lost a line',
    (folder) => truncate(join(folder, table), 0),
    `${table} differs from its checksum`,
  ],
  [
    'a changed letter',
    (folder) => change(join(folder, table), 'Tin', 'Tim'),
    `${table} differs from its checksum`,
  ],
  [
    'a line too many',
    (folder) => appendFile(join(folder, table), '{}\n'),
    `${table} differs from its checksum`,
  ],
  ['a missing table', (folder) => rm(join(folder, table)), `${table} cannot be read`],
  ['a missing manifest', (folder) => rm(join(folder, 'manifest.json')), 'manifest.json cannot be read'],
  [
    'no checksum of the manifest',
    (folder) => rm(join(folder, 'manifest.json.sha256')),
    'manifest.json.sha256 cannot be read',
  ],
  [
    'a truncated manifest',
    (folder) => truncate(join(folder, 'manifest.json'), 99),
    'manifest.json differs from its checksum',
  ],
  [
    'a manifest without a table',
    (folder) => change(join(folder, 'manifest.json'), 'EmptyTable', 'OtherTable'),
    'manifest.json differs from its checksum',
  ],
])('refuses %s as a whole', async (_, damage, what) => {
  const folder = await newBackup();
  await damage(folder);
  await expect(readBackup(folder)).rejects.toThrow(
    `The backup in ${folder} is damaged: ${what}. Nothing was restored.`,
  );
});

test('refuses a truncated object as a whole', async () => {
  const folder = await newBackup();
  const file = await firstObject(folder);
  await truncate(join(folder, file), 1);
  await expect(readBackup(folder)).rejects.toThrow(`is damaged: ${file} differs from its checksum.`);
});

test('refuses a folder that is no backup', async () => {
  await expect(readBackup('/khong/co')).rejects.toThrow('manifest.json.sha256 cannot be read');
});
