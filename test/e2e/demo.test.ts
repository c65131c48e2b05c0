import { describe } from 'vitest';
import { sharedDemo } from '../support/use-demo.ts';

await sharedDemo();

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
