import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { CreateTableCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, expect, test } from 'vitest';
import { listKeys } from '../../../infra/tools/restore/bucket-objects.ts';
import { backUp, loseAndRestore, prepareBackup } from '../../../infra/tools/restore/drill.ts';
import { enginesOf } from '../../../infra/tools/restore/engines.ts';
import { everything } from '../../../infra/tools/restore/losses.ts';
import { type Observation, observeNumbers } from '../../../infra/tools/restore/observe-portal.ts';
import { type Item, readItems, replaceItems } from '../../../infra/tools/restore/table-items.ts';
import { reader } from '../../support/reader.ts';
import { staffApi } from '../../support/staff-api.ts';
import { useSharedPortal } from '../../support/use-portal.ts';

const portal = await useSharedPortal();
const { published } = staffApi(portal);
const engines = await enginesOf(portal);
const folder = await mkdtemp(join(tmpdir(), 'cong-tin-restore-'));
afterAll(async () => {
  engines.close();
  await rm(folder, { recursive: true });
});

/** A page of each kind, as text, and all numbers: the whole site takes too long for a test. */
const observeSome = (paths: readonly string[]) => async (): Promise<Observation> => {
  const seen = new Map(await observeNumbers(portal));
  for (const path of paths) seen.set(path, await (await fetch(portal.url + path)).text());
  return seen;
};

test('restores pages and every number after everything was lost', async () => {
  const article = await published({ title: 'Tin phải còn sau khi khôi phục' });
  await reader(portal).visit({ articles: [article.id] });
  const now = new Date();
  try {
    await prepareBackup(portal, now, randomUUID());
    const observe = observeSome(['/', article.url, '/tin-tuc', '/rss.xml', '/trang/so-do-trang']);
    const before = await observe();
    expect(before.get(article.url)).toContain(article.title);
    await backUp(engines, folder, now);
    const drill = { portal, engines, folder, observe, before, newId: randomUUID, wait };
    const report = await loseAndRestore(drill, everything);
    expect(report.wrongMeanwhile).toBeGreaterThan(10);
    expect(report.wrongAfterwards).toEqual([]);
    // In no backup: built again from the content table.
    expect(await listKeys(engines.s3, engines.bucketName('searchbucket'))).toHaveLength(1);
  } finally {
    portal.setClock(null);
  }
  const later = await published({ title: 'Tin đăng sau khi khôi phục' });
  const find = async () =>
    (await fetch(`${portal.url}/api/search?q=${encodeURIComponent(later.title)}`)).text();
  await expect.poll(find).toContain(later.id);
});

const arrayOf = async <T>(values: AsyncIterable<T>): Promise<T[]> => {
  const array: T[] = [];
  for await (const value of values) array.push(value);
  return array;
};
const item = (sk: string, value: string): Item => ({ pk: { S: 'x' }, sk: { S: sk }, value: { S: value } });
const newTable = async (items: readonly Item[]): Promise<string> => {
  const TableName = `Restored-${randomUUID()}`;
  const key = [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ] as const;
  await engines.dynamodb.send(
    new CreateTableCommand({
      TableName,
      KeySchema: [...key],
      AttributeDefinitions: key.map(({ AttributeName }) => ({ AttributeName, AttributeType: 'S' })),
      BillingMode: 'PAY_PER_REQUEST',
    }),
  );
  await replaceItems({ dynamodb: engines.dynamodb, wait }, TableName, items);
  return TableName;
};
const restoreTable = (...args: string[]) =>
  promisify(execFile)(
    process.execPath,
    [join(import.meta.dirname, '../../../infra/tools/restore-table.ts'), ...args],
    {
      env: {
        PATH: process.env.PATH ?? '',
        AWS_ENDPOINT_URL_DYNAMODB: portal.dynamodbUrl,
        AWS_REGION: 'ap-southeast-1',
        AWS_ACCESS_KEY_ID: 'local',
        AWS_SECRET_ACCESS_KEY: 'local',
      },
    },
  );

test('npm run restore-table makes a table equal to a restored one, and says what it did', async () => {
  const many = Array.from({ length: 60 }, (_, number) => item(`new-${number}`, 'a'));
  const restored = await newTable([item('same', 'a'), item('changed', 'a'), ...many]);
  const damaged = await newTable([item('same', 'a'), item('changed', 'b'), item('wrong', 'a')]);
  const { stdout } = await restoreTable(restored, damaged);
  expect(stdout).toBe(`${damaged}: 61 items written, 1 removed, 1 were so already.\n`);
  const all = async (table: string) => new Set(await arrayOf(readItems(engines.dynamodb, table)));
  expect(await all(damaged)).toEqual(await all(restored));
});

test('npm run restore-table refuses an empty table and a missing one, and changes nothing', async () => {
  const [empty, full] = [await newTable([]), await newTable([item('a', 'a')])];
  await expect(restoreTable(empty, full)).rejects.toMatchObject({
    stderr: `${empty} is empty. Nothing was restored.\n`,
  });
  await expect(restoreTable('Missing', full)).rejects.toMatchObject({
    stderr: `There is no table Missing or no table ${full} in this account and Region.\n`,
  });
  expect(await arrayOf(readItems(engines.dynamodb, full))).toEqual([item('a', 'a')]);
});
