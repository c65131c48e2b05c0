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

test('a fresh site has settings at version 0, and an admin saves the first', async () => {
  const fresh = await as.editor('/settings');
  expect([fresh.status, fresh.headers.get('etag')]).toEqual([200, '"0"']);
  expect(fresh.body).toEqual(defaultSettings);
  const saved = await save({ name: 'Cổng thông tin phường Hạc Vân' });
  expect([saved.status, saved.headers.get('etag')]).toEqual([200, '"1"']);
  expect(await (await fetch(portal.url)).text()).toContain('Cổng thông tin phường Hạc Vân');
});

test.each(['author', 'editor'] as const)('an %s may read but not save them', async (role) => {
  expect((await as[role]('/settings')).status).toBe(200);
  const reply = await as[role]('/settings', { method: 'PUT', ifMatch: await versionNow(), body: settings() });
  expect(reply.status).toBe(403);
});

test('of two admins who save at once exactly one wins', async () => {
  const ifMatch = await versionNow();
  const press = (n: number) =>
    as.admin('/settings', { method: 'PUT', ifMatch, body: settings({ name: `Cổng ${n}` }) });
  const replies = await Promise.all([press(1), press(2)]);
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 412]);
});

test('a category with articles cannot go, an empty one can', async () => {
  await published({ category: 'thong-bao' });
  const [news, notices] = defaultSettings.categories;
  const refused = await save({ categories: [news] });
  expect([refused.status, refused.body.category]).toEqual([409, 'thong-bao']);
  expect((await save({ categories: [notices] })).status).toBe(200);
});

test('settings that are not valid are refused by the field', async () => {
  const reply = await save({ email: 'không phải thư', colour: 'red' });
  expect(reply.status).toBe(422);
  expect(reply.body.errors?.map(({ field }) => field).sort()).toEqual(['colour', 'email']);
});
