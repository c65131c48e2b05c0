import { describe } from 'vitest';
import { sharedPortal } from '../support/use-portal.ts';

await sharedPortal();

describe('calendar', async () => {
  await import('./reader/calendar.suite.ts');
});
describe('lists', async () => {
  await import('./reader/lists.suite.ts');
});
describe('pages', async () => {
  await import('./reader/pages.suite.ts');
});
describe('settings', async () => {
  await import('./reader/settings.suite.ts');
});
