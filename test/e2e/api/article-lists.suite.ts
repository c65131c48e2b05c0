import { afterEach, expect, test } from 'vitest';
import { type Account, content, type EditorialArticle, staffApi } from '../../support/staff-api.ts';
import { useSharedPortal } from '../../support/use-portal.ts';

type List = { items: EditorialArticle[]; next: string | null };
type Revisions = {
  items: { version: number; action: string; by: string; title: string }[];
  next: string | null;
};

type Counts = Record<string, { count: number; isComplete: boolean }>;

const portal = await useSharedPortal();
const { as, create, publish, published } = staffApi(portal);
afterEach(() => portal.setClock(null));

/** The ids of a whole list, page by page. */
const listed = async (query: string, account: Account = 'editor') => {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const page: List = (
      await as[account]<List>(`/articles?limit=3&${query}${cursor === null ? '' : `&cursor=${cursor}`}`)
    ).body;
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.next;
  } while (cursor !== null);
  return ids;
};
const countsFor = async (account: Account) => (await as[account]<Counts>('/article-counts')).body;
const step = async (name: string, { id, version }: EditorialArticle, account: Account = 'editor') =>
  (
    await as[account]<EditorialArticle>(`/articles/${id}/${name}`, {
      method: 'POST',
      ifMatch: version,
      body: { note: 'Thiếu số liệu' },
    })
  ).body;

test('lists and reads every revision, newest first, page by page', async () => {
  const { id } = await create({ title: 'Bản 1' });
  for (const n of [1, 2, 3]) {
    await as.editor(`/articles/${id}`, {
      method: 'PUT',
      ifMatch: n,
      body: content({ title: `Bản ${n + 1}` }),
    });
  }
  const first = (await as.editor<Revisions>(`/articles/${id}/revisions?limit=3`)).body;
  const rest = (await as.editor<Revisions>(`/articles/${id}/revisions?limit=3&cursor=${first.next}`)).body;
  expect([...first.items, ...rest.items].map(({ version, title }) => [version, title])).toEqual([
    [4, 'Bản 4'],
    [3, 'Bản 3'],
    [2, 'Bản 2'],
    [1, 'Bản 1'],
  ]);
  expect(rest.next).toBeNull();
  expect((await as.editor(`/articles/${id}/revisions/2`)).body).toMatchObject({
    action: 'save',
    by: 'editor',
    article: { version: 2, title: 'Bản 2', body: content().body },
  });
  expect((await as.editor(`/articles/${id}/revisions/5`)).status).toBe(404);
});

test('lists revisions that exceed one page of DynamoDB', async () => {
  const body = `<p>${'đ'.repeat(148_000)}</p>`;
  const { id } = await create({ body });
  for (const n of [1, 2, 3, 4, 5]) {
    await as.editor(`/articles/${id}`, { method: 'PUT', ifMatch: n, body: content({ body }) });
  }
  const versions: number[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: Revisions = (
      await as.editor<Revisions>(`/articles/${id}/revisions${cursor && `?cursor=${cursor}`}`)
    ).body;
    versions.push(...page.items.map(({ version }) => version));
    cursor = page.next;
  }
  expect(versions).toEqual([6, 5, 4, 3, 2, 1]);
});

test('lists articles by status, last saved first, page by page without a gap or a repeat', async () => {
  const created: string[] = [];
  for (let n = 0; n < 7; n += 1) created.push((await create({ title: `Trong danh sách ${n}` })).id);
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const path: string = `/articles?status=draft&limit=3${cursor === null ? '' : `&cursor=${cursor}`}`;
    const page: List = (await as.editor<List>(path)).body;
    expect(page.items.length).toBeLessThanOrEqual(3);
    expect(page.items[0]).not.toHaveProperty('body');
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.next;
  } while (cursor !== null);
  expect(seen.filter((id) => created.includes(id))).toEqual(created.reverse());
  expect(new Set(seen).size).toBe(seen.length);
});

test('lists what waits: for editors what is handed in or approved, for authors what came back to them', async () => {
  const before = { editor: await countsFor('editor'), author: await countsFor('author') };
  const submitted = await step('submit', await create({ title: 'Chờ duyệt' }, 'author'), 'author');
  const approved = await step('approve', await step('submit', await create({}, 'author'), 'author'));
  const returned = await step('return', await step('submit', await create({}, 'author'), 'author'));
  const forEditor = await listed('status=waiting');
  expect(forEditor).toEqual(expect.arrayContaining([submitted.id, approved.id]));
  expect(forEditor).not.toContain(returned.id);
  const forAuthor = await listed('status=waiting', 'author');
  expect(forAuthor).toContain(returned.id);
  expect(forAuthor).not.toContain(submitted.id);
  const after = { editor: await countsFor('editor'), author: await countsFor('author') };
  expect(after.editor.waiting).toEqual({ count: (before.editor.waiting?.count ?? 0) + 2, isComplete: true });
  expect(after.author.waiting).toEqual({ count: (before.author.waiting?.count ?? 0) + 1, isComplete: true });
});

test('lists and counts scheduled, live and withdrawn articles by the clock', async () => {
  const later = new Date('2150-02-01T00:00:00Z');
  portal.setClock(later);
  const before = await countsFor('editor');
  portal.setClock(null);
  const scheduled = await publish(await create(), '2150-06-01T08:00:00+07:00');
  const live = await published({ category: 'thong-bao' });
  const withdrawn = await step('withdraw', await published());
  const over = await create();
  await as.editor(`/articles/${over.id}/publish`, {
    method: 'POST',
    ifMatch: over.version,
    body: { withdrawAt: '2150-01-01T08:00:00+07:00' },
  });
  portal.setClock(later);
  const ids = [scheduled.id, live.id, withdrawn.id, over.id];
  const ours = async (query: string) => (await listed(query)).filter((id) => ids.includes(id));
  expect(await ours('status=scheduled')).toEqual([scheduled.id]);
  expect(await ours('status=live')).toEqual([live.id]);
  expect(await ours('status=withdrawn')).toEqual([over.id, withdrawn.id]);
  expect(await ours('status=published')).toEqual([over.id, live.id, scheduled.id]);
  expect(await ours('status=all')).toEqual([over.id, withdrawn.id, live.id, scheduled.id]);
  expect(await ours('status=all&category=thong-bao')).toEqual([live.id]);
  const after = await countsFor('editor');
  const grown = (name: string) => (after[name]?.count ?? 0) - (before[name]?.count ?? 0);
  expect(['scheduled', 'live', 'withdrawn', 'mine'].map(grown)).toEqual([1, 1, 2, 4]);
});

test('finds articles by words of the title without diacritics, in any order, with other filters', async () => {
  const article = await create({ title: 'Lễ giỗ tổ nghề dệt chiếu Hạc Vân', category: 'thong-bao' });
  for (const words of ['chieu det', 'CHIẾU dệt', 'hạc vân giỗ', 'gi%E1%BB%97 t%E1%BB%95']) {
    expect(await listed(`status=draft&words=${words}`)).toEqual([article.id]);
  }
  expect(await listed('status=draft&words=chieu&category=thong-bao&createdBy=editor')).toEqual([article.id]);
  expect(await listed('status=draft&words=chieu&category=tin-tuc')).toEqual([]);
  expect(await listed('status=draft&words=chieu&createdBy=author')).toEqual([]);
  expect(await listed('status=returned&words=chieu')).toEqual([]);
});

test('shows authors nothing of others in any list, filter or count', async () => {
  const secret = await step('submit', await create({ title: 'Kế hoạch mật nhân sự' }));
  const live = await published({ title: 'Kế hoạch công khai' });
  const own = await create({ title: 'Kế hoạch của tác giả' }, 'author');
  for (const status of ['all', 'waiting', 'in_review', 'published', 'live', 'draft']) {
    const { body } = await as.author<List>(`/articles?status=${status}&limit=100&words=ke+hoach`);
    expect(JSON.stringify(body)).not.toMatch(/Kế hoạch mật|Kế hoạch công khai/);
  }
  expect(await listed('status=all&words=ke+hoach', 'author')).toEqual([own.id]);
  expect(await listed('status=all&words=ke+hoach&createdBy=author', 'author')).toEqual([own.id]);
  const of = await as.author('/articles?status=all&createdBy=editor');
  expect([of.status, of.body.code]).toEqual([403, 'forbidden']);
  const before = await countsFor('author');
  await step('withdraw', live);
  await step('approve', secret);
  expect(await countsFor('author')).toEqual(before);
});

test.each([
  ['category', 'category=khong-co', 'Không có chuyên mục này'],
  ['category', 'category=../etc', ''],
  ['words', `words=${'x'.repeat(300)}`, 'Dài quá 100 ký tự'],
  ['words', 'words=a%00b', 'Có ký tự điều khiển'],
  ['createdBy', `createdBy=${'x'.repeat(129)}`, ''],
  ['createdBy', 'createdBy=', ''],
  ['status', 'status=mine', ''],
])('refuses a list narrowed by a wrong %s: %s', async (field, query, reason) => {
  const { status, body } = await as.editor(`/articles?${query}`);
  expect([status, body.code, body.errors?.map((error) => error.field)]).toEqual([
    422,
    'invalid_fields',
    [field],
  ]);
  expect(body.errors?.[0]?.reason).toContain(reason);
});

test('refuses the cursor of a list that was narrowed otherwise', async () => {
  for (let n = 0; n < 2; n += 1) await create({ title: 'Con trỏ' });
  const { next } = (await as.editor<List>('/articles?words=con+tro&limit=1')).body;
  expect((await as.editor(`/articles?words=con+tro&limit=5&cursor=${next}`)).status).toBe(200);
  for (const other of ['words=con', 'words=con+tro&status=all', 'words=con+tro&category=tin-tuc', '']) {
    const { status, body } = await as.editor(`/articles?${other}&cursor=${next}`);
    expect([status, body.code]).toEqual([400, 'invalid_cursor']);
  }
});

test('lists the tags of published articles by their use, each once however it is written', async () => {
  await published({ tags: ['Giỗ tổ', 'Dệt chiếu'] });
  await published({ tags: ['giỗ Tổ'] });
  await create({ tags: ['Chưa đăng'] });
  const { status, body } = await as.author<{ items: { name: string; articles: number }[] }>('/tags');
  expect(status).toBe(200);
  const names = body.items.map(({ name }) => name);
  expect(body.items).toContainEqual({ name: 'giỗ Tổ', articles: 2 });
  expect(body.items).toContainEqual({ name: 'Dệt chiếu', articles: 1 });
  expect(names.indexOf('giỗ Tổ')).toBeLessThan(names.indexOf('Dệt chiếu'));
  expect(names).not.toContain('Chưa đăng');
  expect((await as.nobody('/tags')).status).toBe(401);
  expect((await as.nobody('/article-counts')).status).toBe(401);
});
