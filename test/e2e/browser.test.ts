import { describe } from 'vitest';
import { sharedPortal } from '../support/use-portal.ts';

await sharedPortal();

describe('search', async () => {
  await import('./browser/search.suite.ts');
});
describe('tools', async () => {
  await import('./browser/tools.suite.ts');
});
describe('visits', async () => {
  await import('./browser/visits.suite.ts');
});
