import { expect, test } from 'vitest';
import type { Health } from '../../../shared/health/health-reply.ts';
import { articleLimit } from '../../../shared/search/limits.ts';
import { staffApi } from '../../support/staff-api.ts';
import { useSharedPortal } from '../../support/use-portal.ts';

const portal = await useSharedPortal();
const { as, published } = staffApi(portal);

test('tells editors and admins how the portal is, and nobody else', async () => {
  await published({ title: 'Bài vừa đăng, chờ vào chỉ mục' });
  for (const account of ['editor', 'admin'] as const) {
    const { status, headers, body } = await as[account]<Health>('/health');
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
    // DynamoDB Local has no backups; the queue, the table of changes and the visits are real.
    expect(body).toMatchObject({
      backups: { value: null, unknown: 'unsupported' },
      deadLetters: { value: expect.any(Number), unknown: null },
      searchIndex: { value: { articleLimit }, unknown: null },
      lastMonth: { value: { visits: 0, usd: 0 }, unknown: null },
    });
    expect(body.searchIndex.value?.pending).toBeGreaterThan(0);
  }
  expect((await as.author('/health')).status).toBe(403);
  expect((await as.nobody('/health')).status).toBe(401);
});
