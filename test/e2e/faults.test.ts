import { afterEach, describe } from 'vitest';
import { useSharedFaultyPortal } from '../support/use-portal.ts';

const { proxy, userPoolProxy } = await useSharedFaultyPortal();
afterEach(() => {
  proxy.heal();
  userPoolProxy.heal();
});

describe('crash', async () => {
  await import('./api/crash.suite.ts');
});
describe('health outage', async () => {
  await import('./api/health-outage.suite.ts');
});
describe('image conversion', async () => {
  await import('./api/image-conversion.suite.ts');
});
describe('image library', async () => {
  await import('./api/image-library.suite.ts');
});
describe('outage', async () => {
  await import('./api/outage.suite.ts');
});
describe('user pool outage', async () => {
  await import('./api/user-pool-outage.suite.ts');
});
describe('visit outage', async () => {
  await import('./api/visit-outage.suite.ts');
});
