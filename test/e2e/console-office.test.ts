import { describe } from 'vitest';
import { useSharedPortal } from '../support/use-portal.ts';

await useSharedPortal();

describe('people', async () => {
  await import('./office/people.suite.ts');
});
describe('site', async () => {
  await import('./office/site.suite.ts');
});
describe('categories', async () => {
  await import('./office/categories.suite.ts');
});
describe('tags', async () => {
  await import('./office/tags.suite.ts');
});
describe('static-pages', async () => {
  await import('./office/static-pages.suite.ts');
});
describe('activity', async () => {
  await import('./office/activity.suite.ts');
});
describe('statistics', async () => {
  await import('./office/statistics.suite.ts');
});
describe('royalties', async () => {
  await import('./office/royalties.suite.ts');
});
describe('health', async () => {
  await import('./office/health.suite.ts');
});
