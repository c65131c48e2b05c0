import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../../../shared/site/default-settings.ts';
import { staffApi } from '../../support/staff-api.ts';
import { usePortal } from '../../support/use-portal.ts';

const portal = await usePortal();
const { as, published } = staffApi(portal);
const settings = (fields: Record<string, unknown> = {}) => ({ ...defaultSettings, ...fields });
const versionNow = async () => Number((await as.admin('/settings')).headers.get('etag')?.replaceAll('"', ''));
const save = async (fields: Record<string, unknown>) =>
  as.admin('/settings', { method: 'PUT', ifMatch: await versionNow(), body: settings(fields) });

test('has settings at version 0 on a new site, which an admin saves', async () => {
  const fresh = await as.editor('/settings');
  expect([fresh.status, fresh.headers.get('etag')]).toEqual([200, '"0"']);
  expect(fresh.body).toEqual(defaultSettings);
  const saved = await save({ name: 'Cổng thông tin phường Hạc Vân' });
  expect([saved.status, saved.headers.get('etag')]).toEqual([200, '"1"']);
  expect(await (await fetch(portal.url)).text()).toContain('Cổng thông tin phường Hạc Vân');
});

test.each(['author', 'editor'] as const)('lets an %s read but not save them', async (role) => {
  expect((await as[role]('/settings')).status).toBe(200);
  const reply = await as[role]('/settings', { method: 'PUT', ifMatch: await versionNow(), body: settings() });
  expect(reply.status).toBe(403);
});

test('lets exactly one of two concurrent saves win', async () => {
  const ifMatch = await versionNow();
  const press = (n: number) =>
    as.admin('/settings', { method: 'PUT', ifMatch, body: settings({ name: `Cổng ${n}` }) });
  const replies = await Promise.all([press(1), press(2)]);
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 412]);
});

test('removes an empty category, but none with articles', async () => {
  await published({ category: 'thong-bao' });
  const [news, notices] = defaultSettings.categories;
  const refused = await save({ categories: [news] });
  expect([refused.status, refused.body.category]).toEqual([409, 'thong-bao']);
  expect((await save({ categories: [notices] })).status).toBe(200);
});

test('refuses invalid settings with the field', async () => {
  const reply = await save({ email: 'không phải thư', colour: 'red' });
  expect(reply.status).toBe(422);
  expect(reply.body.errors?.map(({ field }) => field).sort()).toEqual(['colour', 'email']);
});

describe('the history', () => {
  type Revision = { version: number; by: string; settings: { name: string } };
  const list = (query = '') =>
    as.admin<{ items: Revision[]; next: string | null }>(`/settings/revisions${query}`);

  test('keeps every saved state, newest first, page by page', async () => {
    await save({ name: 'Tên thứ nhất' });
    await save({ name: 'Tên thứ hai' });
    const { body } = await list('?limit=2');
    expect(body.items).toMatchObject([
      { version: await versionNow(), by: 'admin', action: 'save', settings: { name: 'Tên thứ hai' } },
      { settings: { name: 'Tên thứ nhất' } },
    ]);
    const older = await list(`?limit=100&cursor=${body.next}`);
    expect(older.body.items[0]?.version).toBe((body.items[1]?.version ?? 0) - 1);
    expect(older.body.items.at(-1)?.version).toBe(1);
    expect(older.body.next).toBeNull();
  });

  test('gives a state that is saved again as the newest', async () => {
    const { body } = await as.admin<Revision>('/settings/revisions/1');
    const restored = await as.admin('/settings', {
      method: 'PUT',
      ifMatch: await versionNow(),
      body: body.settings,
    });
    expect(restored.body).toMatchObject({ name: body.settings.name });
  });

  test('keeps nothing of a save that is refused', async () => {
    const before = await versionNow();
    await save({ email: 'không phải thư' });
    expect((await list('?limit=1')).body.items[0]?.version).toBe(before);
  });

  test.each([
    ['/settings/revisions/99999', 404],
    ['/settings/revisions/0', 404],
    ['/settings/revisions/mới', 404],
    ['/settings/revisions?cursor=abc', 400],
  ])('%s: answers %i', async (path, status) => {
    const reply = await as.admin(path);
    expect(reply.status).toBe(status);
  });

  test('is for admins', async () => {
    expect((await as.editor('/settings/revisions')).status).toBe(403);
    expect((await as.editor('/settings/revisions/1')).status).toBe(403);
  });
});

test.each([
  ['a banner of ten megabytes', { banner: 'x'.repeat(10_000_000) }, 413],
  [
    'an alert of ten thousand characters',
    {
      alert: { text: 'x'.repeat(10_000), url: '', from: '2026-11-28T00:00:00Z', to: '2026-11-29T00:00:00Z' },
    },
    422,
  ],
  ['a link with a script', { links: [{ name: 'Lạ', url: 'javascript:alert(1)' }] }, 422],
  [
    'an alert that leads to a script',
    {
      alert: {
        text: 'Bão',
        url: 'javascript:alert(1)',
        from: '2026-11-28T00:00:00Z',
        to: '2026-11-29T00:00:00Z',
      },
    },
    422,
  ],
])('refuses %s, and keeps what was there', async (_, fields, status) => {
  const before = await versionNow();
  expect((await save(fields)).status).toBe(status);
  expect(await versionNow()).toBe(before);
});
