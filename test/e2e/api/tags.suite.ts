import { describe, expect, test } from 'vitest';
import type { Activity } from '../../../shared/activity/activity.ts';
import { content, type EditorialArticle, type Problem, staffApi } from '../../support/staff-api.ts';
import { useSharedPortal } from '../../support/use-portal.ts';

const portal = await useSharedPortal();
const { as, published, create } = staffApi(portal);

type Renamed = { moved: number; isDone: boolean };
type Tags = { items: { slug: string; name: string; articles: number }[]; isComplete: boolean };
type TagArticles = { items: { id: string; url: string; tag: string }[]; next: string | null };

const rename = <Body = Renamed>(slug: string, body: object, account: 'editor' | 'author' = 'editor') =>
  as[account]<Body>(`/tags/${slug}/rename`, { method: 'POST', body });
const counted = async (slug: string) =>
  (await as.editor<Tags>('/tag-counts')).body.items.find((tag) => tag.slug === slug);
const article = async (id: string) => (await as.editor<EditorialArticle>(`/articles/${id}`)).body;
const open = async (path: string) => {
  const reply = await fetch(portal.url + path, { redirect: 'manual' });
  return [reply.status, reply.headers.get('location')];
};

test('lists all tags with how many articles have each, and the articles of one', async () => {
  const first = await published({ tags: ['Đê điều Lam Vân'] });
  const second = await published({ tags: ['đê điều lam vân', 'Kè mới'] });
  await create({ tags: ['Chỉ là nháp'] });
  await expect
    .poll(() => counted('de-dieu-lam-van'))
    .toEqual({ slug: 'de-dieu-lam-van', name: 'đê điều lam vân', articles: 2 });
  expect(await counted('chi-la-nhap')).toBe(undefined);

  const page = await as.editor<TagArticles>('/tags/de-dieu-lam-van/articles?limit=1');
  expect(page.body.items).toMatchObject([{ id: second.id, url: second.url, tag: 'đê điều lam vân' }]);
  const rest = await as.editor<TagArticles>(
    `/tags/de-dieu-lam-van/articles?limit=1&cursor=${page.body.next}`,
  );
  expect(rest.body).toMatchObject({ items: [{ id: first.id, tag: 'Đê điều Lam Vân' }], next: null });
});

describe('renaming', () => {
  test('changes articles and their drafts, and nothing else of them; the old address redirects', async () => {
    const plain = await published({ tags: ['Vệ sinh', 'Sông nước'] });
    const edited = await published({ tags: ['vệ sinh'] });
    await as.editor(`/articles/${edited.id}`, {
      method: 'PUT',
      ifMatch: edited.version,
      body: content({ title: 'Sửa dở', tags: ['Mới thêm', 'Vệ sinh'] }),
    });
    expect((await rename('ve-sinh', { name: 'Môi trường xanh' })).body).toEqual({ moved: 2, isDone: true });

    expect(await article(plain.id)).toMatchObject({
      tags: ['Môi trường xanh', 'Sông nước'],
      status: 'published',
      liveVersion: plain.version,
      liveUpdatedAt: plain.liveUpdatedAt,
    });
    expect(await article(edited.id)).toMatchObject({
      title: 'Sửa dở',
      tags: ['Mới thêm', 'Môi trường xanh'],
      status: 'published',
    });
    const shown = await (await fetch(`${portal.url}/api/articles/${edited.id}`)).json();
    expect(shown).toMatchObject({ title: edited.title, tags: ['Môi trường xanh'] });
    expect(await open('/the/moi-truong-xanh')).toEqual([200, null]);
    expect(await open('/the/ve-sinh')).toEqual([301, '/the/moi-truong-xanh']);

    const history = await as.editor<{ items: object[] }>(`/articles/${plain.id}/revisions`);
    expect(history.body.items[0]).toMatchObject({ action: 'retag', by: 'editor' });
    const { items } = (await as.admin<{ items: Activity[] }>('/activity?limit=100')).body;
    expect(items.find(({ subject }) => subject.id === 've-sinh')).toMatchObject({
      action: 'rename',
      subject: { kind: 'tag' },
      note: 'Nay là “Môi trường xanh”',
    });
    // Sent again, because the reply was lost.
    expect((await rename('ve-sinh', { name: 'Môi trường xanh', merge: true })).body).toEqual({
      moved: 0,
      isDone: true,
    });
  });

  test('and renaming back leaves no circle of redirects', async () => {
    await published({ tags: ['Một chiều'] });
    await rename('mot-chieu', { name: 'Hai chiều' });
    await rename('hai-chieu', { name: 'Một chiều' });
    expect(await open('/the/hai-chieu')).toEqual([301, '/the/mot-chieu']);
    expect(await open('/the/mot-chieu')).toEqual([200, null]);
  });

  test('changes how a tag is written under the same address', async () => {
    const { id } = await published({ tags: ['chuyen doi so', 'Chuyển đổi số'] });
    expect((await rename('chuyen-doi-so', { name: 'Chuyển đổi số' })).body).toEqual({
      moved: 1,
      isDone: true,
    });
    expect((await article(id)).tags).toEqual(['Chuyển đổi số']);
    expect(await open('/the/chuyen-doi-so')).toEqual([200, null]);
  });

  test('into a tag that exists is a merge, which must be meant; no article has it twice', async () => {
    const { id } = await published({ tags: ['Học trò', 'Học sinh'] });
    await published({ tags: ['Học sinh'] });
    const refused = await rename<Problem>('hoc-tro', { name: 'học sinh' });
    expect([refused.status, refused.body.tag]).toEqual([409, 'Học sinh']);
    expect((await article(id)).tags).toEqual(['Học trò', 'Học sinh']);

    expect((await rename('hoc-tro', { name: 'Học sinh', merge: true })).body.isDone).toBe(true);
    expect((await article(id)).tags).toEqual(['Học sinh']);
    await expect.poll(() => counted('hoc-sinh')).toMatchObject({ articles: 2 });
    expect(await counted('hoc-tro')).toBe(undefined);
    expect(await open('/the/hoc-tro')).toEqual([301, '/the/hoc-sinh']);
  });

  test.each([
    ['khong-bai-nao-co', { name: 'Cũng không bài nào' }, 404],
    ['khong-bai-nao-co', { name: '###' }, 422],
    ['khong-bai-nao-co', { name: 'x'.repeat(51) }, 422],
    ['..%2f', { name: 'Tên' }, 404],
  ])('%s to %j is refused with %i', async (slug, body, status) => {
    expect((await rename(slug, body)).status).toBe(status);
  });
});

test('lets no author list all tags or rename one', async () => {
  expect((await rename('x', { name: 'Y' }, 'author')).status).toBe(403);
  expect((await as.author('/tag-counts')).status).toBe(403);
  expect((await as.author('/tags/x/articles')).status).toBe(403);
});
