import { describe } from 'vitest';
import { useSharedPortal } from '../support/use-portal.ts';

await useSharedPortal();

describe('article', async () => {
  await import('./console/article.suite.ts');
});
describe('preview', async () => {
  await import('./console/article-preview.suite.ts');
});
describe('history', async () => {
  await import('./console/article-history.suite.ts');
});
describe('failures', async () => {
  await import('./console/article-failures.suite.ts');
});
describe('drafts', async () => {
  await import('./console/drafts.suite.ts');
});
describe('paste', async () => {
  await import('./console/paste.suite.ts');
});
