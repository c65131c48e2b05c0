import { expect, test } from 'vitest';
import { content, type EditorialArticle, staffApi } from '../../support/staff-api.ts';
import { usePortal } from '../../support/use-portal.ts';

const portal = await usePortal();
const { as, create, published } = staffApi(portal);
type Moved = { moved: number; isDone: boolean };
type Settings = {
  categories: { slug: string; name: string; description: string }[];
  formerCategories: object[];
};

const move = (from: string, to: string, account: 'admin' | 'editor' = 'admin') =>
  as[account]<Moved>(`/categories/${from}/move`, { method: 'POST', body: { to } });
const moveAll = async (from: string, to: string) => {
  let moved = 0;
  for (let calls = 0; calls < 20; calls += 1) {
    const { body } = await move(from, to);
    moved += body.moved;
    if (body.isDone) return moved;
  }
  throw new Error('It never ends');
};
const addCategory = async (slug: string) => {
  const { headers, body } = await as.admin<Settings>('/settings');
  const categories = [...body.categories, { slug, name: slug, description: '' }];
  const ifMatch = Number(headers.get('etag')?.replaceAll('"', ''));
  return as.admin('/settings', { method: 'PUT', ifMatch, body: { ...body, categories } });
};
const article = async (id: string) => (await as.editor<EditorialArticle>(`/articles/${id}`)).body;

test('renames a category: moves its articles, redirects old URLs, and changes nothing else', async () => {
  const live = await published({ category: 'thong-bao', title: 'Thông báo một' });
  const draft = await create({ category: 'thong-bao', title: 'Thông báo hai' });
  const edited = await published({ category: 'thong-bao', title: 'Thông báo ba' });
  await as.editor(`/articles/${edited.id}`, {
    method: 'PUT',
    ifMatch: edited.version,
    body: content({ category: 'tin-tuc', title: 'Sửa dở' }),
  });
  expect((await addCategory('thong-bao-moi')).status).toBe(200);
  expect(await moveAll('thong-bao', 'thong-bao-moi')).toBe(3);

  expect(await article(live.id)).toMatchObject({
    category: 'thong-bao-moi',
    status: 'published',
    publishedAt: live.publishedAt,
    liveVersion: live.version,
  });
  expect(await article(draft.id)).toMatchObject({ category: 'thong-bao-moi', status: 'draft', version: 2 });
  expect(await article(edited.id)).toMatchObject({ category: 'tin-tuc', title: 'Sửa dở' });
  const shown = async (id: string) =>
    (await (await fetch(`${portal.url}/api/articles/${id}`)).json()).category;
  expect(await shown(live.id)).toBe('thong-bao-moi');
  expect(await shown(edited.id)).toBe('thong-bao-moi');

  for (const [old, now] of [
    ['/thong-bao', '/thong-bao-moi'],
    [live.url, live.url.replace('/thong-bao/', '/thong-bao-moi/')],
  ]) {
    await expect
      .poll(async () => (await fetch(portal.url + old, { redirect: 'manual' })).headers.get('location'), {
        timeout: 20_000,
      })
      .toBe(now);
  }
  const history = await as.editor<{ items: object[] }>(`/articles/${live.id}/revisions`);
  expect(history.body.items[0]).toMatchObject({ action: 'move', by: 'admin' });
  const { body } = await as.admin<Settings>('/settings');
  expect(body.categories.map(({ slug }) => slug)).not.toContain('thong-bao');
  expect(body.formerCategories).toEqual([{ slug: 'thong-bao', now: 'thong-bao-moi' }]);
});

test('counts the published articles of a category', async () => {
  await addCategory('dem-bai');
  await published({ category: 'dem-bai' });
  await create({ category: 'dem-bai' });
  const count = async () => (await as.admin('/categories/dem-bai')).body;
  await expect.poll(count).toEqual({ articles: 1 });
  expect((await as.admin('/categories/khong-co')).status).toBe(404);
  expect((await as.editor('/categories/dem-bai')).status).toBe(403);
});

test('merges an edit with a concurrent move of the article', async () => {
  await addCategory('van-ban');
  const { id } = await create({ category: 'van-ban', title: 'Văn bản' });
  await moveAll('van-ban', 'tin-tuc');
  const refused = await as.editor<{ comparison: { isMerged: boolean } }>(`/articles/${id}`, {
    method: 'PUT',
    ifMatch: 1,
    body: content({ category: 'van-ban', title: 'Văn bản mới' }),
  });
  // The old category is gone: the field is refused before the version.
  expect([412, 422]).toContain(refused.status);
  expect(await article(id)).toMatchObject({ title: 'Văn bản', category: 'tin-tuc' });
});

test.each([
  ['khong-co', 'tin-tuc', 404],
  ['tin-tuc', 'tin-tuc', 422],
  ['tin-tuc', 'khong-co', 422],
  ['..%2f', 'tin-tuc', 404],
])('refuses to rename %s to %s with %i', async (from, to, status) => {
  expect((await move(from, to)).status).toBe(status);
});

test('lets only an admin rename a category', async () => {
  expect((await move('tin-tuc', 'thong-bao-moi', 'editor')).status).toBe(403);
});
