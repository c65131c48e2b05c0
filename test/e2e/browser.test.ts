import { describe } from 'vitest';
import { useSharedPortal } from '../support/use-portal.ts';

await useSharedPortal();

describe('search', async () => {
  await import('./browser/search.suite.ts');
});
describe('tools', async () => {
  await import('./browser/tools.suite.ts');
});
describe('visits', async () => {
  await import('./browser/visits.suite.ts');
});
