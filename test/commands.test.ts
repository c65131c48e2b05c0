import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lambdaEnvironment } from '../infra/local/compute/aws-environment.ts';
import { startDynamodb } from '../infra/local/data/dynamodb.ts';
import { bucketName } from '../infra/local/data/local-names.ts';
import { startS3 } from '../infra/local/data/s3.ts';
import { createTables } from '../infra/local/data/tables.ts';
import { localReferences } from '../infra/local/template/local-references.ts';
import { resolver } from '../infra/local/template/resolve.ts';
import { ofType } from '../infra/local/template/template.ts';
import { templateOf } from './support/templates.ts';

/** Runs a script of package.json and returns what it prints; rejects when it fails. */
const npmRun = async (args: string[], env: Record<string, string> = {}): Promise<string> => {
  const options = {
    cwd: join(import.meta.dirname, '..'),
    env: { PATH: process.env.PATH ?? '', npm_config_update_notifier: 'false', ...env },
  };
  return (await promisify(execFile)('npm', ['run', '-s', ...args], options)).stdout;
};

describe('npm run bench -- --smallest', () => {
  let printed = '';
  beforeAll(async () => {
    printed = await npmRun(['bench', '--', '--smallest']);
  }, 300_000);

  test.each([
    ['bundles', /^ {2}pages +\d+ B {2}\d+ B gzip +\d+ ms$/m],
    ['idle', /^ {2}CongTin-\S+ +0\.\d\d {2}\(alarms 0\.\d\d, dashboards 0\.00, /m],
    ['visits', /^ {2}a visit +[\d.]+ RU {2}[\d.]+ WU +BatchGetItem, TransactWriteItems$/m],
    ['visits', /USD per million visits of one beacon .*: [\d.]+ = /],
    ['visits', /exact \d+\/s, naive sharded ADD \d+\/s, .* median ratio [\d.]+$/m],
    ['search', /index [\d.]+ MB, snapshot [\d.]+ MB, built in [\d.]+ ms an article$/m],
    ['search', /cold start to the first answer \d+ ms; peak memory of the process [\d.]+ MB/],
    ['search', /^ {2}exact +[\d.]+ {2}p50 [\d.]+ ms {2}p95 [\d.]+ ms {2}max [\d.]+ ms$/m],
    ['search', /^ {2}fuzzed +p50 [\d.]+ ms/m],
    ['search-room', /^ {2}\/tmp [\d.]+ MB, \d+ % of 536\.9 MB; snapshot [\d.]+ MB$/m],
    ['search-room', /memory [\d.]+ MB where it is searched and replaced, [\d.]+ MB where it is made/],
    ['cost', /^5 visits, \d+ page views, \d+ pictures, \d+ beacons$/m],
    ['cost', /^ {2}per page view: .* [\d.]+ beacons, [\d.]+ read units, [\d.]+ write units$/m],
    ['cost', /^ {2}per million page views( +[\d.]+){4}$/m],
    [
      'bytes',
      /^ {2}home +\d+ B {2}style \d+ {2}scripts \d+ {2}metadata \d+ {2}pictures \d+ {2}the rest \d+$/m,
    ],
    ['renders', /^ {2}home +\d+ B {2}\d+ B br +\d+\/s +\w+/m],
    ['freshness', /found [\d.]+ s after publication, at most [\d.]+ s, of 1 articles$/m],
    ['routes', /^ {2}GET \/api\/articles\/\{id\} +[\d.]+ RU {2}[\d.]+ WU +\w+/m],
    ['images', /^ {2}image\/webp +480 px +\d+ B {2}[\d.]+ % of the original$/m],
    ['images', /refused: 256 MP PNG, \d+ B, in \d+ ms/],
    ['images', /^ {2}image\/avif +480 px +\d+ B {2}[\d.]+ s \(not made: for comparison\)$/m],
    ['lighthouse', /^ {2}home +(\d+ ){3}\d+ +LCP \d+ ms {2}TBT \d+ ms {2}CLS [\d.]+ .* \d+ requests$/m],
  ])('prints figures of %s', (_, line) => {
    expect(printed).toMatch(line);
  });

  test('prints no figure that is none', () => {
    expect(printed).not.toMatch(/NaN|undefined|Infinity/);
  });
});

test('npm run soak counts the visits of a seed', async () => {
  const printed = await npmRun(['soak'], { SOAK_MINUTES: '0', SOAK_VISITS: '70' });
  expect(printed).toMatch(
    /^1 seeds, 70 visits \| counted: 0 lost, 0 double \| \d+ reads: 0 lost, 0 double, .* naive ADD: \d+ lost/m,
  );
});

test('npm run rebuild-search writes a snapshot', async () => {
  const template = templateOf('dev');
  const [dynamodb, s3] = await Promise.all([startDynamodb(), startS3(template)]);
  afterAll(async () => {
    await Promise.all([dynamodb.stop(), s3.stop()]);
  });
  await createTables(template, resolver(localReferences(template)), dynamodb.url);
  const idOf = (type: string, start: string) =>
    ofType(template, type).find(({ id }) => id.startsWith(start))?.id ?? '';
  const printed = await npmRun(['rebuild-search'], {
    ...lambdaEnvironment({
      dynamodb: dynamodb.url,
      s3: s3.url,
      sqs: s3.url,
      cloudfront: s3.url,
      cognito: s3.url,
    }),
    CONTENT_TABLE: idOf('AWS::DynamoDB::GlobalTable', 'Content'),
    SEARCH_BUCKET: bucketName(idOf('AWS::S3::Bucket', 'Search')),
    SITE_ID: 'hac-van',
  });
  const [last = ''] = printed.trim().split('\n').slice(-1);
  expect(JSON.parse(last)).toMatchObject({ outcome: 'rebuilt', articles: 0 });
});

test('npm run bench names its parts when it has none of that name', async () => {
  await expect(npmRun(['bench', '--', 'khong-co'])).rejects.toMatchObject({
    code: 1,
    stderr:
      'There is no part “khong-co”: choose from bundles, idle, visits, lists, search, search-room, editor, cost, renders, cpu, bytes, freshness, routes, images, lighthouse.\n',
  });
});
