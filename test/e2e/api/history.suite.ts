import { expect, test } from 'vitest';
import { complete, photograph, upload } from '../../support/picture-fixture.ts';
import { content, type EditorialArticle, staffApi } from '../../support/staff-api.ts';
import { useSharedPortal } from '../../support/use-portal.ts';

const portal = await useSharedPortal();
const desk = staffApi(portal);
const { as, create } = desk;
type Field = { field: string; changedBy: string; merged?: unknown };
type Conflict = {
  code: string;
  current: EditorialArticle;
  comparison: { base: number; isMerged: boolean; fields: Field[] };
};

const save = <Body = EditorialArticle>(
  id: string,
  ifMatch: number,
  fields: Record<string, unknown>,
  account: 'author' | 'editor' = 'editor',
) => as[account]<Body>(`/articles/${id}`, { method: 'PUT', ifMatch, body: content(fields) });

test('compares two revisions, as JSON and as a page', async () => {
  const { id } = await create({ body: '<p>Họp lúc 7 giờ.</p>', title: 'Mời họp' });
  await save(id, 1, { body: '<p>Họp lúc 8 giờ.</p>', title: 'Mời họp & liên hoan', note: 'Đổi giờ' });
  const path = `/articles/${id}/revisions/2/comparison`;
  const found = await as.editor<Record<string, unknown>>(path);
  expect(found.body).toMatchObject({
    before: { version: 1, action: 'create' },
    after: { version: 2, action: 'save', by: 'editor', role: 'editor', note: 'Đổi giờ' },
    fields: [{ field: 'title', words: expect.arrayContaining([{ change: 'added', text: ' & liên hoan' }]) }],
    body: [{ change: 'changed' }],
  });
  expect((await as.editor(`${path}?with=1`)).body).toEqual(found.body);
  const page = await fetch(`${portal.url}/api/admin${path}?format=html`, {
    headers: { authorization: `Bearer ${await portal.token('editor')}` },
  });
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  const html = await page.text();
  expect(html).toContain('Họp lúc <del>7</del><ins>8</ins> giờ.');
  expect(html).toContain('<ins> &amp; liên hoan</ins>');
});

test.each([
  ['/revisions/9/comparison', 404],
  ['/revisions/1/comparison?with=9', 404],
  ['/revisions/1/comparison?with=0', 422],
  ['/revisions/1/comparison?format=pdf', 422],
  ['/revisions/x/comparison', 404],
])('refuses %s with %i', async (path, status) => {
  const { id } = await create();
  expect((await as.editor(`/articles/${id}${path}`)).status).toBe(status);
});

test('restores an earlier revision as a new one', async () => {
  const { id } = await create({ title: 'Bản một', tags: ['cũ'] });
  await save(id, 1, { title: 'Bản hai' });
  const path = `/articles/${id}/revisions/1/restore`;
  expect((await as.editor(path, { method: 'POST', ifMatch: 1 })).status).toBe(412);
  expect((await as.author(path, { method: 'POST', ifMatch: 2 })).status).toBe(403);
  const restored = await as.editor<EditorialArticle>(path, { method: 'POST', ifMatch: 2 });
  expect(restored.body).toMatchObject({ version: 3, title: 'Bản một', tags: ['cũ'], slug: 'ban-mot' });
  const { body } = await as.editor<{ items: object[] }>(`/articles/${id}/revisions`);
  expect(body.items[0]).toMatchObject({ action: 'restore', version: 3, note: 'Khôi phục phiên bản 1' });
  expect(body.items).toHaveLength(3);
});

test('refuses to restore a revision whose image is deleted', async () => {
  const image = await upload(desk, await photograph(600, 400).jpeg().toBuffer());
  await complete(desk, image, { alt: 'Bờ kè' });
  const { id } = await create({ cover: image });
  await save(id, 1, { title: 'Không còn ảnh' });
  expect((await as.editor(`/images/${image}`, { method: 'DELETE' })).status).toBe(204);
  const reply = await as.editor(`/articles/${id}/revisions/1/restore`, { method: 'POST', ifMatch: 2 });
  expect([reply.status, reply.body.errors?.[0]?.field, reply.body.images]).toEqual([422, 'cover', [image]]);
  expect((await as.editor<EditorialArticle>(`/articles/${id}`)).body).toMatchObject({
    version: 2,
    cover: null,
  });
});

test('answers a version conflict with the newer version and a merge, which can be saved', async () => {
  const [one, two] = ['<p>Đoạn một.</p>', '<p>Đoạn hai.</p>'];
  const { id } = await create({ body: one + two }, 'author');
  await save(id, 1, { body: `${one}<p>Đoạn hai của biên tập viên.</p>`, summary: 'Tóm tắt mới' });
  const refused = await save<Conflict>(id, 1, { body: `<p>Đoạn một của tác giả.</p>${two}` }, 'author');
  expect(refused.status).toBe(412);
  const { current, comparison } = refused.body;
  expect(current).toMatchObject({ version: 2, updatedBy: 'editor', summary: 'Tóm tắt mới' });
  expect(comparison).toMatchObject({ base: 1, isMerged: true });
  const merged = Object.fromEntries(comparison.fields.map(({ field, merged: value }) => [field, value]));
  const saved = await save(id, current.version, merged, 'author');
  expect(saved.body).toMatchObject({
    version: 3,
    summary: 'Tóm tắt mới',
    body: '<p>Đoạn một của tác giả.</p><p>Đoạn hai của biên tập viên.</p>',
  });
});

test('loses no word of two concurrent saves', async () => {
  const { id } = await create();
  const replies = await Promise.all(
    ['Bản của Lan', 'Bản của Khải'].map((title) => save<Conflict & EditorialArticle>(id, 1, { title })),
  );
  const won = replies.find(({ status }) => status === 200);
  const lost = replies.find(({ status }) => status === 412);
  expect(lost?.body.current.title).toBe(won?.body.title);
  expect(lost?.body.comparison.fields).toMatchObject([{ field: 'title', theirs: won?.body.title }]);
  expect(lost?.body.comparison.isMerged).toBe(false);
});

test('answers the publication of an older version with the newer one', async () => {
  const { id } = await create();
  await save(id, 1, { title: 'Bản mới hơn' });
  const refused = await as.editor<Conflict>(`/articles/${id}/publish`, { method: 'POST', ifMatch: 1 });
  expect([refused.status, refused.body.current.title]).toEqual([412, 'Bản mới hơn']);
});
