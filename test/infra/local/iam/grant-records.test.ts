import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { compareGrants, recordGrants } from '../../../support/grant-records.ts';

const directory = await mkdtemp(join(tmpdir(), 'grants-'));
afterAll(() => rm(directory, { recursive: true }));

/** What a portal's functions used of four grants, and what was denied. */
const portal = (used: string[], denied: string[]) => ({
  access: {
    url: '',
    stop: async () => undefined,
    granted: () => ['pages a:Read t', 'pages a:Write t', 'pages a:List t', 'pages logs:PutLogEvents l'],
    used: () => used,
    denied: () => denied,
  },
});

test('names what no portal used and what any was denied, once', async () => {
  await recordGrants(directory, portal(['pages a:Read t'], ['feeds a:Read t']), { isFirst: true });
  await recordGrants(directory, portal(['pages a:Write t'], ['feeds a:Read t']), { isFirst: true });
  await recordGrants(directory, portal([], ['visits a:Read t']), { isFirst: false });
  expect(await compareGrants(directory)).toEqual({
    unused: ['pages a:List t'],
    denied: ['feeds a:Read t', 'visits a:Read t'],
  });
});
