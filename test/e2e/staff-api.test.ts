import { describe } from 'vitest';
import { useSharedPortal } from '../support/use-portal.ts';

await useSharedPortal();

describe('added variants', async () => {
  await import('./api/add-variants.suite.ts');
});
describe('articles', async () => {
  await import('./api/articles.suite.ts');
});
describe('article lists', async () => {
  await import('./api/article-lists.suite.ts');
});
describe('history', async () => {
  await import('./api/history.suite.ts');
});
describe('people', async () => {
  await import('./api/people.suite.ts');
});
describe('people tool', async () => {
  await import('./api/people-tool.suite.ts');
});
describe('preview', async () => {
  await import('./api/preview.suite.ts');
});
describe('refusals', async () => {
  await import('./api/refusals.suite.ts');
});
describe('roles', async () => {
  await import('./api/roles.suite.ts');
});
describe('role matrix', async () => {
  await import('./api/role-matrix.suite.ts');
});
describe('tokens', async () => {
  await import('./api/tokens.suite.ts');
});
describe('workflow', async () => {
  await import('./api/workflow.suite.ts');
});
describe('tags', async () => {
  await import('./api/tags.suite.ts');
});
describe('royalties', async () => {
  await import('./api/royalties.suite.ts');
});
describe('health', async () => {
  await import('./api/health.suite.ts');
});
