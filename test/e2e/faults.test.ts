import { afterEach, describe } from 'vitest';
import { useSharedFaultyPortal } from '../support/use-portal.ts';

const { proxy } = await useSharedFaultyPortal();
afterEach(() => proxy.heal());

describe('crash', async () => {
  await import('./api/crash.suite.ts');
});
describe('images', async () => {
  await import('./api/images.suite.ts');
});
describe('outage', async () => {
  await import('./api/outage.suite.ts');
});
describe('visit outage', async () => {
  await import('./api/visit-outage.suite.ts');
});
