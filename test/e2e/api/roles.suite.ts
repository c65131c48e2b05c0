import { expect, test } from 'vitest';
import { content, type EditorialArticle, staffApi } from '../../support/staff-api.ts';
import { useSharedPortal } from '../../support/use-portal.ts';

const portal = await useSharedPortal();
const { as, create, published } = staffApi(portal);

test('lets authors create, read, save and delete their own drafts', async () => {
  const { id } = await create({}, 'author');
  expect((await as.author(`/articles/${id}`)).status).toBe(200);
  expect((await as.author(`/articles/${id}`, { method: 'PUT', ifMatch: 1, body: content() })).status).toBe(
    200,
  );
  expect((await as.author(`/articles/${id}/revisions`)).status).toBe(200);
  expect((await as.author(`/articles/${id}`, { method: 'DELETE', ifMatch: 2 })).status).toBe(204);
});

test.each([
  ['read', 'GET', ''],
  ['save', 'PUT', ''],
  ['delete', 'DELETE', ''],
  ['publish', 'POST', '/publish'],
  ['withdraw', 'POST', '/withdraw'],
  ['read the history of', 'GET', '/revisions'],
  ['read a revision of', 'GET', '/revisions/1'],
])('does not let authors %s an article of somebody else', async (_, method, path) => {
  const { id } = await create({ title: 'Của biên tập viên' });
  const reply = await as.author(`/articles/${id}${path}`, {
    method,
    ifMatch: 1,
    ...(method === 'PUT' && { body: content() }),
  });
  expect([reply.status, reply.body.code]).toEqual([403, 'forbidden']);
  expect(JSON.stringify(reply.body)).not.toContain('Của biên tập viên');
});

test('does not let authors publish or withdraw even their own', async () => {
  const { id } = await create({}, 'author');
  expect((await as.author(`/articles/${id}/publish`, { method: 'POST', ifMatch: 1 })).status).toBe(403);
  await as.editor(`/articles/${id}/publish`, { method: 'POST', ifMatch: 1 });
  expect((await as.author(`/articles/${id}/withdraw`, { method: 'POST', ifMatch: 2 })).status).toBe(403);
  expect((await as.author(`/articles/${id}`, { method: 'PUT', ifMatch: 2, body: content() })).status).toBe(
    403,
  );
});

test('lists all articles of an author, and no others', async () => {
  const own = await create({ title: 'Của tôi' }, 'author');
  for (let n = 0; n < 5; n += 1) await create({ title: `Của người khác ${n}` });
  const { body } = await as.author<{ items: EditorialArticle[]; next: string | null }>('/articles?limit=2');
  expect(body.items.every(({ createdBy }) => createdBy === 'author')).toBe(true);
  expect(body.items.map(({ id }) => id)).toContain(own.id);
});

test.each(['editor', 'admin'] as const)('lets an %s do all of it to any article', async (role) => {
  const { id } = await create({}, 'author');
  expect((await as[role](`/articles/${id}`, { method: 'PUT', ifMatch: 1, body: content() })).status).toBe(
    200,
  );
  expect((await as[role](`/articles/${id}/publish`, { method: 'POST', ifMatch: 2 })).status).toBe(200);
  expect((await as[role](`/articles/${id}/withdraw`, { method: 'POST', ifMatch: 3 })).status).toBe(200);
});

test('lists the revisions of a published article to editors', async () => {
  const { id } = await published();
  expect((await as.editor(`/articles/${id}/revisions`)).status).toBe(200);
});
