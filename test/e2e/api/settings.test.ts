import { expect, test } from 'vitest';
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
