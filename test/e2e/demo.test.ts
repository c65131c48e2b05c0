import { describe, expect, test } from 'vitest';
import { adminClient, listArticles, listImages } from '../../infra/demo/admin-api.ts';
import { loadDemo } from '../../infra/demo/load.ts';
import { sharedDemo } from '../support/use-demo.ts';

const { portal } = await sharedDemo();

test('loading the demonstration again adds nothing', async () => {
  const client = adminClient(portal);
  const counts = async () => ({
    articles: (await listArticles(client, 'published')).length,
    images: (await listImages(client)).length,
  });
  const before = await counts();
  await loadDemo(portal);
  expect(await counts()).toEqual(before);
});

test('every change of the demonstration is handled', async () => {
  const { body } = await adminClient(portal).call('GET /api/admin/health', {});
  expect(body.deadLetters).toEqual({ value: 0, unknown: null });
});

describe('conformance of pages', async () => {
  await import('./conformance/pages.suite.ts');
});
describe('conformance of feeds', async () => {
  await import('./conformance/feeds.suite.ts');
});
describe('pages in a browser', async () => {
  await import('./browser/pages.suite.ts');
});
describe('gallery in a browser', async () => {
  await import('./browser/gallery.suite.ts');
});
describe('smoke test', async () => {
  await import('./smoke.suite.ts');
});
describe('pictures in a browser', async () => {
  await import('./browser/pictures.suite.ts');
});
describe('budget of pages', async () => {
  await import('./conformance/page-budget.suite.ts');
});
