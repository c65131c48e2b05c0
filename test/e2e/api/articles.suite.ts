import { ulid } from 'ulid';
import { expect, test } from 'vitest';
import { content, type EditorialArticle, staffApi } from '../../support/staff-api.ts';
import { useSharedPortal } from '../../support/use-portal.ts';

const portal = await useSharedPortal();
const { as, create, publish, published } = staffApi(portal);
const newId = () => ulid().toLowerCase();

test('creates an article as a draft at version 1', async () => {
  const reply = await as.author<EditorialArticle>('/articles', { method: 'POST', body: content() });
  expect(reply.status).toBe(201);
  expect(reply.headers.get('etag')).toBe('"1"');
  expect(reply.headers.get('cache-control')).toBe('no-store');
  expect(reply.headers.get('location')).toBe(`/api/admin/articles/${reply.body.id}`);
  expect(reply.body).toMatchObject({
    version: 1,
    status: 'draft',
    slug: 'phuong-hac-van-ra-quan-don-ve-sinh-bo-ke',
    url: `/tin-tuc/phuong-hac-van-ra-quan-don-ve-sinh-bo-ke-${reply.body.id}`,
    publishedAt: null,
    liveVersion: null,
    createdBy: 'author',
    removed: [],
  });
  const { removed: _, ...article } = reply.body;
  expect((await as.author(`/articles/${article.id}`)).body).toEqual(article);
});

test('leaves internal fields out of articles and their history', async () => {
  const { id, version } = await published({ tags: ['Bờ kè'] });
  const article = await as.editor<EditorialArticle>(`/articles/${id}`);
  const revision = await as.editor<{ article: EditorialArticle }>(`/articles/${id}/revisions/${version}`);
  for (const shown of [article.body, revision.body.article]) {
    expect(shown).toMatchObject({ id, tags: ['Bờ kè'] });
    expect(shown).not.toHaveProperty('liveImages');
    expect(shown).not.toHaveProperty('liveTags');
  }
});

test('lists the markup removed from a body', async () => {
  const article = await create({ body: '<p style="color:red">a</p><script>alert(1)</script>' });
  expect(article.body).toBe('<p>a</p>');
  expect(article.removed).toEqual([
    { what: 'p[style]', count: 1 },
    { what: 'script', count: 1 },
  ]);
});

test('replaces the content and increments the version on save', async () => {
  const { id } = await create({ summary: 'Tóm tắt', tags: ['môi trường'] });
  const reply = await as.editor<EditorialArticle>(`/articles/${id}`, {
    method: 'PUT',
    ifMatch: 1,
    body: content({ title: 'Tiêu đề mới' }),
  });
  expect(reply.headers.get('etag')).toBe('"2"');
  expect(reply.body).toMatchObject({
    version: 2,
    title: 'Tiêu đề mới',
    slug: 'tieu-de-moi',
    summary: '',
    tags: [],
  });
});

test('normalizes text to NFC on receipt', async () => {
  const article = await create({
    title: 'Đường Bờ Kè'.normalize('NFD'),
    body: '<p>Thủy</p>'.normalize('NFD'),
  });
  expect(article.title).toBe('Đường Bờ Kè'.normalize('NFC'));
  expect(article.body).toBe('<p>Thủy</p>'.normalize('NFC'));
});

test('refuses to overwrite a newer version, and loses nothing', async () => {
  const { id } = await create();
  const put = (title: string) =>
    as.editor(`/articles/${id}`, { method: 'PUT', ifMatch: 1, body: content({ title }) });
  expect((await put('Bản của Lan')).status).toBe(200);
  const refused = await put('Bản của Toàn');
  expect(refused.status).toBe(412);
  expect(refused.body).toMatchObject({ code: 'stale_version', version: 2, updatedBy: 'editor' });
  expect((await as.editor<EditorialArticle>(`/articles/${id}`)).body.title).toBe('Bản của Lan');
});

const versionsOf = async (id: string) =>
  (await as.editor<{ items: { version: number }[] }>(`/articles/${id}/revisions`)).body.items.map(
    ({ version }) => version,
  );

test('answers a save that is sent again with its result, and makes no second revision', async () => {
  const { id } = await create();
  const save = (fields = {}, account: 'editor' | 'admin' = 'editor') =>
    as[account]<EditorialArticle>(`/articles/${id}`, {
      method: 'PUT',
      ifMatch: 1,
      body: content({ title: 'Gửi hai lần', body: '<p style="color:red">Một đoạn</p>', ...fields }),
    });
  const [first, again] = await Promise.all([save(), save()]);
  const later = await save();
  expect([first.status, again.status, later.status]).toEqual([200, 200, 200]);
  expect([first.body.version, again.body.version, later.body.version]).toEqual([2, 2, 2]);
  expect(await versionsOf(id)).toEqual([2, 1]);
  expect((await save({ summary: 'Khác' })).status).toBe(412);
  expect((await save({}, 'admin')).status).toBe(412);
  await as.editor(`/articles/${id}/submit`, { method: 'POST', ifMatch: 2 });
  expect((await save()).status).toBe(412);
});

test('creates one article under an id that the client chose, for authors too', async () => {
  const id = newId();
  const put = (account: 'author' | 'editor') =>
    as[account](`/articles/${id}`, {
      method: 'PUT',
      body: content(),
      headers: { 'if-none-match': '*' },
    });
  expect((await put('author')).status).toBe(201);
  const again = await put('author');
  expect([again.status, again.body.current]).toMatchObject([412, { id, version: 1, createdBy: 'author' }]);
  expect(await versionsOf(id)).toEqual([1]);
});

test('shows nothing of an article whose id an author chose again', async () => {
  const { id } = await create({ title: 'Của biên tập viên' });
  const reply = await as.author(`/articles/${id}`, {
    method: 'PUT',
    body: content(),
    headers: { 'if-none-match': '*' },
  });
  expect(reply.status).toBe(403);
  expect(JSON.stringify(reply.body)).not.toContain('Của biên tập viên');
});

test('lets exactly one of two concurrent saves win', async () => {
  const { id } = await create();
  const save = (n: number) =>
    as.editor(`/articles/${id}`, { method: 'PUT', ifMatch: 1, body: content({ title: `Bản ${n}` }) });
  const statuses = (await Promise.all([1, 2, 3, 4].map(save))).map(({ status }) => status);
  expect(statuses.sort()).toEqual([200, 412, 412, 412]);
  expect((await as.editor<EditorialArticle>(`/articles/${id}`)).body.version).toBe(2);
});

test('lets exactly one of two concurrent publications win, and serves its version', async () => {
  const { id } = await create();
  const press = () => as.editor(`/articles/${id}/publish`, { method: 'POST', ifMatch: 1 });
  const statuses = (await Promise.all([press(), press()])).map(({ status }) => status);
  expect(statuses.sort()).toEqual([200, 412]);
  const article = (await as.editor<EditorialArticle>(`/articles/${id}`)).body;
  expect(article).toMatchObject({ version: 2, status: 'published', liveVersion: 2 });
  const history = (await as.editor<{ items: { action: string }[] }>(`/articles/${id}/revisions`)).body;
  expect(history.items.map(({ action }) => action)).toEqual(['publish', 'create']);
});

test('serves the live version until the next one is published', async () => {
  const live = await published({ title: 'Bản đầu' });
  const path = `${portal.gatewayUrl}/api/articles/${live.id}`;
  const saved = await as.editor<EditorialArticle>(`/articles/${live.id}`, {
    method: 'PUT',
    ifMatch: live.version,
    body: content({ title: 'Bản sửa' }),
  });
  expect(await (await fetch(path)).json()).toMatchObject({ title: 'Bản đầu', version: 2 });
  await publish(saved.body);
  expect(await (await fetch(path)).json()).toMatchObject({
    title: 'Bản sửa',
    publishedAt: live.publishedAt,
    version: 4,
  });
});

test('hides a withdrawn article, and publishes it again', async () => {
  const { id, version } = await published();
  const withdrawn = await as.editor<EditorialArticle>(`/articles/${id}/withdraw`, {
    method: 'POST',
    ifMatch: version,
  });
  expect(withdrawn.body).toMatchObject({ status: 'withdrawn', liveVersion: null, publishedAt: null });
  expect((await fetch(`${portal.gatewayUrl}/api/articles/${id}`)).status).toBe(404);
  await publish(withdrawn.body);
  expect((await fetch(`${portal.gatewayUrl}/api/articles/${id}`)).status).toBe(200);
});

test('deletes a draft that was never public, and keeps its record inaccessible', async () => {
  const { id } = await create();
  expect((await as.editor(`/articles/${id}`, { method: 'DELETE', ifMatch: 1 })).status).toBe(204);
  expect((await as.editor(`/articles/${id}`)).status).toBe(404);
  expect((await as.editor(`/articles/${id}/revisions`)).status).toBe(404);
  expect((await as.editor(`/articles/${id}`, { method: 'PUT', ifMatch: 1, body: content() })).status).toBe(
    404,
  );
});

test.each([
  [
    'delete a published article',
    { path: '', method: 'DELETE', live: true },
    'live',
    ['save', 'restore', 'publish', 'withdraw'],
  ],
  [
    'withdraw a draft',
    { path: '/withdraw', method: 'POST', live: false },
    'draft',
    ['save', 'restore', 'submit', 'publish', 'delete'],
  ],
])(
  'refuses to %s with the state and the possible steps',
  async (_, { path, method, live }, status, possible) => {
    const { id, version } = live ? await published() : await create();
    const reply = await as.editor(`/articles/${id}${path}`, { method, ifMatch: version });
    expect(reply.status).toBe(409);
    expect(reply.body).toMatchObject({ code: 'wrong_state', status: 409, state: status, possible });
  },
);

test('logs no content of an article', async () => {
  await create({ title: 'Dấu vết không được ghi', body: '<p>Dấu vết không được ghi</p>' });
  await as.editor('/articles', {
    method: 'POST',
    body: content({ title: '', summary: 'Dấu vết không được ghi' }),
  });
  expect(portal.functionLogs().join('\n')).not.toContain('Dấu vết');
});
