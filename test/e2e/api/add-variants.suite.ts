import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { DynamoDBClient, ListTablesCommand, ScanCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { DeleteObjectCommand, ListBucketsCommand, S3Client } from '@aws-sdk/client-s3';
import { expect, test } from 'vitest';
import { localCredentials } from '../../../infra/local/compute/aws-environment.ts';
import type { Image } from '../../../shared/images/image.ts';
import { complete, photograph, upload } from '../../support/picture-fixture.ts';
import { staffApi } from '../../support/staff-api.ts';
import { useSharedPortal } from '../../support/use-portal.ts';

const portal = await useSharedPortal();
const desk = staffApi(portal);
const tool = join(import.meta.dirname, '../../../infra/tools/add-variants.ts');

/** Runs `npm run add-variants` as an account. */
const run = async (account: 'admin' | 'editor', ...args: string[]) => {
  const PORTAL_TOKEN = await portal.token(account);
  const env = { PATH: process.env.PATH ?? '', PORTAL_URL: portal.url, PORTAL_TOKEN };
  return new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    execFile(process.execPath, [tool, ...args], { env }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    );
  });
};

test('looks at every picture for an admin, and adds nothing to those that have every size', async () => {
  const id = await upload(desk, await photograph(600, 400).jpeg().toBuffer());
  await complete(desk, id);
  const { code, stdout } = await run('admin');
  expect([code, stdout]).toEqual([0, expect.stringMatching(/^[1-9]\d* pictures: 0 files added, 0 live/m)]);
  const { status, body } = await desk.as.admin(`/images/${id}/variants`, { method: 'POST' });
  expect([status, body]).toEqual([200, { added: 0, articles: 0 }]);
});

test('is refused to everyone else, and for an upload that is not completed', async () => {
  expect(await run('editor')).toMatchObject({ code: 1 });
  const id = await upload(desk, await photograph(60, 40).jpeg().toBuffer());
  expect((await desk.as.admin(`/images/${id}/variants`, { method: 'POST' })).status).toBe(409);
});

/** Makes of an image one that was converted before there was a file of 240 pixels. */
const removeNarrowest = async (id: string) => {
  const dynamodb = new DynamoDBClient({ endpoint: portal.dynamodbUrl, ...localCredentials });
  const { TableNames = [] } = await dynamodb.send(new ListTablesCommand({}));
  const TableName = TableNames.find((name) => name.includes('Content'));
  const { Items = [] } = await dynamodb.send(
    new ScanCommand({
      TableName,
      FilterExpression: 'contains(pk, :id) AND sk = :sk',
      ExpressionAttributeValues: { ':id': { S: id }, ':sk': { S: 'IMAGE' } },
    }),
  );
  const [{ pk, sk, variants } = expect.fail()] = Items;
  const wide = variants?.L?.filter(({ M }) => Number(M?.width?.N) > 240) ?? [];
  await dynamodb.send(
    new UpdateItemCommand({
      TableName,
      Key: { pk: pk ?? expect.fail(), sk: sk ?? expect.fail() },
      UpdateExpression: 'SET variants = :wide',
      ExpressionAttributeValues: { ':wide': { L: wide } },
    }),
  );
  dynamodb.destroy();
};

test('gives an older picture its missing size, and the live article that shows it', async () => {
  const id = await upload(desk, await photograph(600, 400).jpeg().toBuffer());
  await complete(desk, id, { alt: 'Bờ kè' });
  const article = await desk.published({ cover: id, tags: ['Bờ kè'] });
  await removeNarrowest(id);
  const { status, body } = await desk.as.admin(`/images/${id}/variants`, { method: 'POST' });
  expect([status, body]).toEqual([200, { added: 2, articles: 1 }]);
  expect(await (await fetch(portal.gatewayUrl + article.url)).text()).toMatch(
    new RegExp(`/images/${id}/240-\\w+\\.webp 240w`),
  );
});

test('says that the files of an older picture are gone', async () => {
  const id = await upload(desk, await photograph(600, 400).jpeg().toBuffer());
  const { body: image } = await complete<Image>(desk, id);
  await removeNarrowest(id);
  const s3 = new S3Client({ endpoint: portal.s3Url, forcePathStyle: true, ...localCredentials });
  const { Buckets = [] } = await s3.send(new ListBucketsCommand({}));
  const Bucket = Buckets.find(({ Name }) => Name?.includes('images'))?.Name;
  for (const { url } of image.variants) await s3.send(new DeleteObjectCommand({ Bucket, Key: url.slice(1) }));
  const { status, body } = await desk.as.admin(`/images/${id}/variants`, { method: 'POST' });
  expect([status, body]).toEqual([422, expect.objectContaining({ code: 'invalid_image' })]);
});
