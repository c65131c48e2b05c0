import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import { App } from 'aws-cdk-lib';
import { afterAll, expect, test } from 'vitest';
import { createStacks } from '../../../infra/create-stacks.ts';
import { localCredentials } from '../../../infra/local/compute/aws-environment.ts';
import { bucketName } from '../../../infra/local/data/local-names.ts';
import { ofType, readTemplate } from '../../../infra/local/template/template.ts';
import { portal as describePortal, stackName } from '../../../infra/stages.ts';
import { bucketStorage } from '../../../infra/tools/mirror/bucket-storage.ts';
import { mirrorSite } from '../../../infra/tools/mirror/mirror-site.ts';
import { pageOpener } from '../../support/page-opener.ts';
import { staffApi } from '../../support/staff-api.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { usePortal } from '../../support/use-portal.ts';

const withMirror = describePortal({ site: 'co-ban-sao', stage: 'dev', hasMirror: true });
const stackId = stackName(withMirror);
const outdir = await mkdtemp(join(tmpdir(), 'cong-tin-second-home-'));
afterAll(() => rm(outdir, { recursive: true, force: true }));
// Context that the CDK's CLI adds, by which the runner finds bundles and names.
const context = { 'aws:cdk:enable-path-metadata': true, 'aws:cdk:enable-asset-metadata': true };
const app = new App({ outdir, context });
createStacks(app, [withMirror]);
app.synth();
const template = await readTemplate(join(outdir, `${stackId}.template.json`));

const portal = await usePortal({ templateDirectory: outdir, stackId });
const { published } = staffApi(portal);
const openPage = pageOpener(await useBrowser(), portal.url);

test('fails over to the mirror in S3, and back when the functions recover', async () => {
  const article = await published({ title: 'Tin có trong bản sao' });
  const home = ofType(template, 'AWS::S3::Bucket').find(({ id }) => id.startsWith('MirrorBucket'))?.id ?? '';
  const s3 = new S3Client({ endpoint: portal.sqsUrl, forcePathStyle: true, ...localCredentials });
  const { files, written } = await mirrorSite(portal.gatewayUrl, bucketStorage(bucketName(home), s3));
  expect([files, written]).toEqual([expect.any(Number), files]);
  expect(await mirrorSite(portal.gatewayUrl, bucketStorage(bucketName(home), s3))).toMatchObject({
    written: 0,
    removed: 0,
  });

  portal.setUnreachable(['functions']);
  for (const [path, text] of [
    ['/', 'Tin có trong bản sao'],
    ['/tin-tuc', 'Tin có trong bản sao'],
    [article.url, '<h1>Tin có trong bản sao</h1>'],
  ] as const) {
    const reply = await fetch(portal.url + path);
    expect([path, reply.status, reply.headers.get('content-type')]).toEqual([
      path,
      200,
      'text/html; charset=utf-8',
    ]);
    expect(await reply.text()).toContain(text);
  }
  // S3 sends no content security policy: the page's own holds, by which it looks and works as before, and nothing else runs.
  const { page, messages, close } = await openPage(article.url, 360);
  expect(await page.evaluate('document.styleSheets.length')).toBe(1);
  expect(await page.evaluate('document.documentElement.dataset.js')).toBe('');
  await page.evaluate(
    "document.body.append(Object.assign(document.createElement('script'), { textContent: 'globalThis.isPlanted = true' }))",
  );
  expect(await page.evaluate('globalThis.isPlanted')).toBeUndefined();
  expect(messages.filter((text) => text.includes('Content Security Policy'))).toHaveLength(1);
  await close();

  portal.setUnreachable([]);
  const later = await published({ title: 'Tin sau bản sao' });
  expect((await fetch(portal.url + later.url)).status).toBe(200);
});
