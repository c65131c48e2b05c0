import { describe } from 'vitest';
import { useSharedPortal } from '../support/use-portal.ts';

await useSharedPortal();

describe('shell', async () => {
  await import('./console/shell.suite.ts');
});
describe('session', async () => {
  await import('./console/session.suite.ts');
});
describe('work', async () => {
  await import('./console/work.suite.ts');
});
describe('paste', async () => {
  await import('./console/paste.suite.ts');
});
