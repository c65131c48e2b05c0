import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { readPreview, signPreview } from '../../../shared/articles/preview-token.ts';
import { content, staffApi } from '../../support/staff-api.ts';
import { useSharedPortal } from '../../support/use-portal.ts';

const portal = await useSharedPortal();
const { as, create, published } = staffApi(portal);
afterEach(() => portal.setClock(null));

type Link = { url: string; version: number; expiresAt: string };
const link = async (id: string, body: unknown = {}) =>
  (await as.editor<Link>(`/articles/${id}/preview`, { method: 'POST', body })).body;
const open = async (url: string) => {
  const reply = await fetch(portal.url + url);
  return { status: reply.status, headers: reply.headers, html: await reply.text() };
};

test('opens a draft by its link without an account, uncached and not indexed', async () => {
  const { id } = await create({ title: 'Chưa đăng đâu', body: '<p>Nội dung chưa đăng.</p>' });
  const { url, version } = await link(id);
  expect(version).toBe(1);
  const page = await open(url);
  expect(page.status).toBe(200);
  expect(page.html).toContain('Nội dung chưa đăng.');
  expect(page.html).toContain('<meta name="robots" content="noindex, nofollow"/>');
  expect(page.html).not.toContain('rel="canonical"');
  expect(page.headers.get('cache-control')).toBe('private, no-store');
  expect(page.headers.get('x-robots-tag')).toContain('noindex');
  expect((await fetch(portal.url + url, { method: 'HEAD' })).headers.get('x-robots-tag')).toContain(
    'noindex',
  );
  expect((await fetch(`${portal.url}/api/articles/${id}`)).status).toBe(404);
  expect(await (await fetch(portal.url)).text()).not.toContain('Chưa đăng đâu');
});

test('shows the revision of the link, and says when there is a newer one', async () => {
  const { id } = await create({ title: 'Bản được duyệt xem' });
  const { url } = await link(id);
  await as.editor(`/articles/${id}`, { method: 'PUT', ifMatch: 1, body: content({ title: 'Bản sau' }) });
  const { html } = await open(url);
  expect(html).toContain('Bản được duyệt xem');
  expect(html).not.toContain('Bản sau');
  expect(html).toContain('đã có bản mới hơn');
});

test('opens a link until it expires', async () => {
  const { id } = await create();
  const { url, expiresAt } = await link(id, { hours: 1 });
  const end = Math.floor(Date.parse(expiresAt) / 1000) * 1000;
  portal.setClock(new Date(end - 1));
  expect((await open(url)).status).toBe(200);
  portal.setClock(new Date(end));
  const gone = await open(url);
  expect([gone.status, gone.headers.get('cache-control')]).toEqual([404, 'private, no-store']);
});

test('revokes a link with its draft, and when its article is withdrawn', async () => {
  const draft = await create();
  const toDraft = await link(draft.id);
  await as.editor(`/articles/${draft.id}`, { method: 'DELETE', ifMatch: 1 });
  expect((await open(toDraft.url)).status).toBe(404);
  const live = await published();
  const toLive = await link(live.id);
  await as.editor(`/articles/${live.id}/withdraw`, { method: 'POST', ifMatch: live.version });
  expect((await open(toLive.url)).status).toBe(404);
});

test('refuses every other link', async () => {
  const { id } = await create();
  const { url } = await link(id);
  const other = await create({ title: 'Bài khác' });
  const [, , token = ''] = url.split('/');
  const [, version, expires, signature] = token.split('.');
  for (const forged of [
    `${other.id}.${version}.${expires}.${signature}`,
    `${id}.2.${expires}.${signature}`,
    `${id}.${version}.${Number(expires) + 1}.${signature}`,
    `${id}.${version}.${expires}`,
    token.slice(0, -1),
    `${token}x`,
    signPreview({ id, version: 1, expiresAt: new Date('2100-01-01') }, ''),
    'a'.repeat(4000),
    '%00',
  ]) {
    expect([forged, (await open(`/xem-truoc/${forged}`)).status]).toEqual([forged, 404]);
  }
});

test('lets authors create links to their own articles only, for two weeks at most', async () => {
  const { id } = await create();
  expect((await as.author(`/articles/${id}/preview`, { method: 'POST', body: {} })).status).toBe(403);
  for (const hours of [0, 337, 1.5, '1']) {
    expect((await as.editor(`/articles/${id}/preview`, { method: 'POST', body: { hours } })).status).toBe(
      422,
    );
  }
});

test('rejects any changed token', () => {
  const now = new Date('2026-05-01');
  const preview = { id: '01kb0000000000000000000000', version: 7, expiresAt: new Date('2026-05-02') };
  const token = signPreview(preview, 'key');
  expect(readPreview(token, 'key', now)).toEqual(preview);
  fc.assert(
    fc.property(fc.nat(token.length - 1), fc.constantFrom(...'0123456789abcdefgXYZ-_.'), (at, character) => {
      const changed = token.slice(0, at) + character + token.slice(at + 1);
      fc.pre(changed !== token);
      expect(readPreview(changed, 'key', now)).toBeNull();
    }),
  );
});
