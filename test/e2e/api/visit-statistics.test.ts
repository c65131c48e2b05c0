import { describe, expect, test } from 'vitest';
import type { Activity } from '../../../shared/activity/activity.ts';
import { localDay } from '../../../shared/time/local-day.ts';
import { reader } from '../../support/reader.ts';
import { staffApi } from '../../support/staff-api.ts';
import { usePortal } from '../../support/use-portal.ts';

const portal = await usePortal();
const { as } = staffApi(portal);
const { visit } = reader(portal);
const today = localDay(new Date());

describe('the statistics', () => {
  test('are readable for all staff, as JSON and as CSV', async () => {
    const { total } = await visit();
    const { status, body } = await as.author('/visits');
    expect([status, body]).toMatchObject([
      200,
      { items: [{ day: today, visits: total }], next: null, total, counted: total, since: today },
    ]);
    const csv = await fetch(`${portal.url}/api/admin/visits?from=${today}&to=${today}&format=csv`, {
      headers: { authorization: `Bearer ${await portal.token('editor')}` },
    });
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(csv.headers.get('content-disposition')).toContain(`luot-truy-cap-${today}-${today}.csv`);
    expect(Buffer.from(await csv.arrayBuffer()).toString()).toBe(
      `\uFEFFNgày,Lượt truy cập\r\n${today},${total}\r\n`,
    );
  });

  test('are refused without a token', async () => {
    expect((await as.nobody('/visits')).status).toBe(401);
    expect((await as.nobody('/visits/opening-balance', { method: 'PUT', body: {} })).status).toBe(401);
  });

  test.each([
    ['from=2026-02-31', 'from'],
    ['to=hôm nay', 'to'],
    ['from=2026-11-02&to=2026-11-01', 'from'],
    ['from=1999-01-01&to=2026-11-01', 'from'],
    ['format=xlsx', 'format'],
    ['days=3', 'days'],
  ])('?%s: answers 422 with the field', async (query, field) => {
    const { status, body } = await as.editor(`/visits?${query}`);
    expect([status, body.errors?.map((error) => error.field)]).toEqual([422, [field]]);
  });
});

describe('the opening balance', () => {
  const balance = { visits: 12_281_929, since: '2015-03-01' };
  const put = (account: 'editor' | 'admin', body: unknown, ifMatch?: number) =>
    as[account]('/visits/opening-balance', {
      method: 'PUT',
      body,
      ...(ifMatch !== undefined && { ifMatch }),
    });

  test('is set by admins only, over the version that they have read', async () => {
    expect((await put('editor', balance, 0)).status).toBe(403);
    expect((await put('admin', balance)).status).toBe(428);
    expect((await put('admin', balance, 3)).body).toMatchObject({ status: 412, version: 0 });
    const saved = await put('admin', balance, 0);
    expect([saved.status, saved.headers.get('etag'), saved.body]).toEqual([200, '"1"', balance]);
    expect((await as.author('/visits/opening-balance')).body).toEqual(balance);
    const log = await as.editor<{ items: Activity[] }>('/activity?limit=1');
    expect(log.body.items).toMatchObject([
      {
        action: 'save',
        by: 'admin',
        subject: { kind: 'opening-balance', id: 'site' },
        title: '12281929 lượt từ ngày 2015-03-01',
        version: 1,
      },
    ]);
  });

  test('is part of the total, and listed apart for staff', async () => {
    const { body } = await as.admin<{ counted: number; total: number }>('/visits');
    expect(body).toMatchObject({ openingBalance: balance, total: body.counted + balance.visits });
    expect((await visit()).since).toBe(balance.since);
  });

  test.each([
    [{ visits: -1 }, 'visits'],
    [{ visits: 1.5 }, 'visits'],
    [{ visits: '9' }, 'visits'],
    [{}, 'visits'],
    [{ visits: 1, since: '2015-02-30' }, 'since'],
    [{ visits: 1, since: '2999-01-01' }, 'since'],
    [{ visits: 1, total: 2 }, 'total'],
  ])('%j: answers 422 and keeps the balance', async (body, field) => {
    const refused = await put('admin', body, 1);
    expect([refused.status, refused.body.errors?.map((error) => error.field)]).toEqual([422, [field]]);
    expect((await as.author('/visits/opening-balance')).body).toEqual(balance);
  });
});
