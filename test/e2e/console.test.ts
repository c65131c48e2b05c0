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
describe('images', async () => {
  await import('./console/images.suite.ts');
});
describe('story', async () => {
  await import('./console/story.suite.ts');
});
