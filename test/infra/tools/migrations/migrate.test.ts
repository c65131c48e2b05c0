import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { localCredentials } from '../../../../infra/local/compute/aws-environment.ts';
import { startDynamodb } from '../../../../infra/local/data/dynamodb.ts';
import { createTables } from '../../../../infra/local/data/tables.ts';
import { localReferences } from '../../../../infra/local/template/local-references.ts';
import { resolver } from '../../../../infra/local/template/resolve.ts';
import { ofType } from '../../../../infra/local/template/template.ts';
import { activityByPerson } from '../../../../infra/tools/migrations/001-activity-by-person.ts';
import { chosenMigrations, migrate, statusLines } from '../../../../infra/tools/migrations/migrate.ts';
import type { Migration } from '../../../../infra/tools/migrations/migration.ts';
import { migrationTables } from '../../../../infra/tools/migrations/migration-tables.ts';
import { migrations } from '../../../../infra/tools/migrations/migrations.ts';
import { activityRecorder, activityStore } from '../../../../shared/activity/activity-store.ts';
import { dynamodbClient } from '../../../../shared/table/dynamodb-client.ts';
import { connectTable } from '../../../../shared/table/table-store.ts';
import { faultProxy } from '../../../support/fault-proxy.ts';
import { templateOf } from '../../../support/templates.ts';

const engine = await startDynamodb();
const proxy = faultProxy();
const throughProxy = await proxy.start(engine.url);
afterAll(async () => {
  proxy.stop();
  await engine.stop();
});
const template = templateOf('dev');
await createTables(template, resolver(localReferences(template)), engine.url);
const idOf = (start: string) =>
  ofType(template, 'AWS::DynamoDB::GlobalTable').find(({ id }) => id.startsWith(start))?.id ?? '';
const names = { content: idOf('Content'), activity: idOf('Activity'), visits: idOf('Visits') };
const direct = DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint: engine.url, ...localCredentials }));
const onceTried = new DynamoDBClient({ endpoint: throughProxy, ...localCredentials, maxAttempts: 1 });

// Tests share the engine: each has a site of its own.
let site = 'ward-0';
let count = 0;
beforeEach(() => {
  count += 1;
  site = `ward-${count}`;
  proxy.heal();
});
const tables = () => migrationTables(onceTried, names, site);
const run = (migration: Migration, direction: 'up' | 'down') =>
  migrate(migration, direction, { tables: tables(), newId: randomUUID, wait: async () => undefined });

const entry = (n: number) => ({
  id: `e${n}`,
  at: new Date(Date.UTC(2026, 10, 26, 0, n)).toISOString(),
  by: n % 2 ? 'lan.tran' : 'minh.le',
  role: 'editor' as const,
  action: 'save',
  subject: { kind: 'article' as const, id: `a${n % 5}` },
  title: `Tin số ${n}`,
  version: n,
  note: '',
});
const record = (n: number) => {
  const write = activityRecorder(names.activity, site)(entry(n));
  return 'put' in write ? write.put : {};
};
const put = (TableName: string, Item: Record<string, unknown>) =>
  direct.send(new PutCommand({ TableName, Item }));
/** Writes entries as the release before the index by person did. */
const writeOld = async (numbers: readonly number[]) => {
  for (const n of numbers) {
    const { personKey: _, ...item } = record(n);
    await put(names.activity, item);
  }
};
const numbers = (length: number, from = 0) => Array.from({ length }, (_, n) => from + n);
const log = () =>
  activityStore(
    connectTable(names.activity, dynamodbClient({ endpoint: engine.url, ...localCredentials })),
    site,
  );
const list = async (filter: { by?: string; days: { from: string; to: string } | null }) =>
  (await log().list({ filter, before: null, limit: 500, readLimit: 1000 })).items.map(
    ({ version }) => version,
  );
const byPerson = async () => [
  ...(await list({ by: 'lan.tran', days: null })),
  ...(await list({ by: 'minh.le', days: null })),
];
const byDay = () => list({ days: { from: '2026-11-26', to: '2026-11-26' } });
const items = async () => {
  const { Items = [] } = await direct.send(
    new ScanCommand({
      TableName: names.activity,
      ConsistentRead: true,
      FilterExpression: 'begins_with(pk, :site)',
      ExpressionAttributeValues: { ':site': `${site}#` },
    }),
  );
  return Items.toSorted((a, b) => String(a.sk).localeCompare(String(b.sk)));
};

test('brings old entries into the lists of a person, and back as they were', async () => {
  await writeOld(numbers(30));
  const before = await items();
  expect(await byPerson()).toEqual([]);
  expect(await run(activityByPerson, 'up')).toBe(30);
  expect((await byPerson()).toSorted((a, b) => Number(a) - Number(b))).toEqual(numbers(30));
  expect(await items()).toEqual(numbers(30).map(record));
  expect([await run(activityByPerson, 'up'), await statusLines(migrations, tables())]).toEqual([
    0,
    ['001-activity-by-person: up'],
  ]);
  expect(await chosenMigrations(migrations, 'down', tables())).toEqual([activityByPerson]);
  expect(await run(activityByPerson, 'down')).toBe(30);
  expect(await items()).toEqual(before);
  expect(await chosenMigrations(migrations, 'down', tables())).toEqual([]);
});

test('ends right when killed before or after any call, while the log is read and written', async () => {
  await writeOld(numbers(30));
  let kills = 0;
  for (let isDone = false; !isDone; ) {
    // The first run is killed at its first call, each later one a call further on, at times after the call took effect.
    const victim = 1 + (kills % 9);
    proxy.inject((call) => (call === victim ? (kills % 2 ? 'dropAfter' : 'dropBefore') : 'none'));
    try {
      await run(activityByPerson, 'up');
      isDone = true;
    } catch {
      kills += 1;
    }
    proxy.heal();
    if (kills % 10 === 0) await put(names.activity, record(100 + kills));
    // Readers of a day see every entry once, migrated or not.
    expect((await byDay()).filter((n) => Number(n) < 100)).toEqual(numbers(30).toReversed());
    if (!isDone) expect(await statusLines(migrations, tables())).not.toEqual(['001-activity-by-person: up']);
    if (kills > 200) throw new Error('The migration does not get on');
  }
  expect(kills).toBeGreaterThan(5);
  expect((await byPerson()).toSorted()).toEqual((await byDay()).toSorted());
  expect((await items()).filter(({ personKey }) => personKey === undefined)).toEqual([]);
});

const upperCase: Migration = {
  name: '900-upper-case',
  table: 'content',
  reads: ['title'],
  up: ({ title }) =>
    typeof title === 'string' && title !== title.toUpperCase()
      ? { set: { title: title.toUpperCase() } }
      : null,
  down: () => null,
};

test('keeps what an editor saved between the read and the write, and migrates that', async () => {
  const key = { pk: `${site}#ARTICLE#a1`, sk: 'DRAFT' };
  await put(names.content, { ...key, title: 'cũ', version: 1 });
  const paused = proxy.inject((_, { operation }) => (operation === 'Scan' ? 'pauseAfter' : 'none'));
  const running = run(upperCase, 'up');
  await paused;
  await put(names.content, { ...key, title: 'mới', version: 2 });
  proxy.heal();
  expect(await running).toBe(1);
  const { Item } = await direct.send(new GetCommand({ TableName: names.content, Key: key }));
  expect(Item).toEqual({ ...key, title: 'MỚI', version: 2 });
});

test('leaves a removed item removed', async () => {
  const key = { pk: `${site}#ARTICLE#a1`, sk: 'DRAFT' };
  const item = { ...key, title: 'cũ' };
  expect(await tables().change(upperCase, item, { set: { title: 'CŨ' } })).toBe(false);
  expect((await direct.send(new GetCommand({ TableName: names.content, Key: key }))).Item).toBeUndefined();
});

test('stops when another run has taken over, and turns round when asked to', async () => {
  await writeOld(numbers(60));
  const paused = proxy.inject((_, { operation }) => (operation === 'Scan' ? 'pauseAfter' : 'none'));
  const first = run(activityByPerson, 'up');
  const refused = expect(first).rejects.toThrow('another run has taken over');
  await paused;
  proxy.inject(() => 'none');
  await run(activityByPerson, 'up');
  proxy.heal();
  await refused;
  expect(await statusLines(migrations, tables())).toEqual(['001-activity-by-person: up']);
});

test('leaves other sites alone', async () => {
  await writeOld(numbers(3));
  const other = site;
  site = `${site}0`;
  await writeOld(numbers(3));
  await run(activityByPerson, 'up');
  site = other;
  expect(await byPerson()).toEqual([]);
});
