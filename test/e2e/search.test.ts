import { describe } from 'vitest';
import { useSharedPortal } from '../support/use-portal.ts';

await useSharedPortal();

describe('search', async () => {
  await import('./api/search.suite.ts');
});
describe('search, bad input', async () => {
  await import('./api/search-bad-input.suite.ts');
});
