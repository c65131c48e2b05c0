import { describe } from 'vitest';
import { useSharedPortal } from '../support/use-portal.ts';

await useSharedPortal();

describe('calendar', async () => {
  await import('./reader/calendar.suite.ts');
});
describe('lists', async () => {
  await import('./reader/lists.suite.ts');
});
describe('origin secret', async () => {
  await import('./reader/origin-secret.suite.ts');
});
describe('pages', async () => {
  await import('./reader/pages.suite.ts');
});
describe('paths', async () => {
  await import('./reader/paths.suite.ts');
});
describe('restore', async () => {
  await import('./reader/restore.suite.ts');
});
describe('settings', async () => {
  await import('./reader/settings.suite.ts');
});
