import { afterEach, expect, test } from 'vitest';
import type { Health } from '../../../shared/health/health-reply.ts';
import type { Fault } from '../../support/fault-proxy.ts';
import { staffApi } from '../../support/staff-api.ts';
import { useSharedFaultyPortal } from '../../support/use-portal.ts';

const { portal, proxy } = await useSharedFaultyPortal();
afterEach(() => proxy.heal());
const { as } = staffApi(portal);
const reasons = async () => {
  const { status, body } = await as.editor<Health>('/health');
  const { backups, deadLetters, searchIndex, lastMonth } = body;
  return [status, ...[backups, deadLetters, searchIndex, lastMonth].map(({ unknown }) => unknown)];
};

test.each<[Fault, string, unknown[]]>([
  // A failure when the last attempt ends, or a timeout just before.
  ['holdBefore', 'VisitsTable', ['unsupported', null, null, expect.stringMatching(/^(failure|timeout)$/)]],
  ['throttle', '#CHANGES', ['unsupported', null, 'failure', null]],
  ['dropAfter', 'DescribeContinuousBackups', ['failure', null, null, null]],
])('one source that fails by %s (%s) hides no other', async (fault, part, expected) => {
  proxy.inject((_, { operation, body }) =>
    operation === part || (operation === 'Query' && body.includes(part)) ? fault : 'none',
  );
  expect(await reasons()).toEqual([200, ...expected]);
});
