import { describe, expect, test } from 'vitest';
import { content, type EditorialArticle, staffApi } from '../../support/staff-api.ts';
import { usePortal } from '../../support/use-portal.ts';

const portal = await usePortal();
const { as, create, publish, published } = staffApi(portal);
const open = async (path: string) => {
  const reply = await fetch(portal.url + path, { redirect: 'manual' });
  return [reply.status, reply.headers.get('location')];
};

describe('a URL of an older site', () => {
  test.each([
    ['/2021/10/22/hop-to-dan-pho.html', '/2021/10/22/hop-to-dan-pho.html'],
    ['https://cu.example/tin/chi-tiet/newsid/45', '/tin/chi-tiet/newsid/45'],
    ['/tin-cu/họp-tổ-dân-phố', '/tin-cu/h%E1%BB%8Dp-t%E1%BB%95-d%C3%A2n-ph%E1%BB%91'],
    ['/mot-doan', '/mot-doan'],
    ['/Tin-Tuc/Chi-Tiet/Họp.ASPX', '/Tin-Tuc/Chi-Tiet/H%E1%BB%8Dp.ASPX'],
  ])('redirects %s to its article', async (oldUrl, path) => {
    const article = await published({ oldUrls: [oldUrl] });
    expect(await open(path)).toEqual([301, article.url]);
  });

  test('is not looked for where a path is longer than one can be', async () => {
    expect(await open(`/${'x'.repeat(3_000)}`)).toEqual([404, null]);
  });

  test('answers 404 before its article is published and after it is withdrawn', async () => {
    const draft = await create({ oldUrls: ['/chua-dang.html'] });
    expect(await open('/chua-dang.html')).toEqual([404, null]);
    const live = await publish(draft);
    expect(await open('/chua-dang.html')).toEqual([301, live.url]);
    await as.editor(`/articles/${live.id}/withdraw`, { method: 'POST', ifMatch: live.version });
    // The edge serves its cached copy until the invalidation.
    await expect.poll(() => open('/chua-dang.html'), { timeout: 20_000 }).toEqual([404, null]);
  });

  test('belongs to one article until that article drops it', async () => {
    const first = await published({ oldUrls: ['/cua-mot-bai.html'] });
    const refused = await as.editor('/articles', {
      method: 'POST',
      body: content({ oldUrls: ['/cua-mot-bai.html'] }),
    });
    expect([refused.status, refused.body.errors?.[0]?.field]).toEqual([422, 'oldUrls']);
    await as.editor(`/articles/${first.id}`, { method: 'PUT', ifMatch: first.version, body: content() });
    const second = await published({ oldUrls: ['/cua-mot-bai.html'] });
    expect(await open('/cua-mot-bai.html')).toEqual([301, second.url]);
  });

  test('of an author is claimed when an editor publishes the draft, not before', async () => {
    const oldUrls = ['/de-xuat.html'];
    const draft = await create({ oldUrls }, 'author');
    expect(draft.oldUrls).toEqual(oldUrls);
    const other = await published({ oldUrls });
    expect(await open('/de-xuat.html')).toEqual([301, other.url]);

    const refused = await as.editor(`/articles/${draft.id}/publish`, {
      method: 'POST',
      ifMatch: draft.version,
      body: {},
    });
    expect([refused.status, refused.body.errors]).toEqual([
      422,
      [{ field: 'oldUrls', reason: 'Địa chỉ cũ đã thuộc bài khác (/de-xuat.html)' }],
    ]);
    expect((await as.editor<EditorialArticle>(`/articles/${draft.id}`)).body).toMatchObject({
      oldUrls,
      version: draft.version,
    });
  });

  test('stays with its article when its author drops it, until an editor does', async () => {
    const draft = await create({}, 'author');
    const save = (account: 'author' | 'editor', ifMatch: number, oldUrls: string[]) =>
      as[account](`/articles/${draft.id}`, { method: 'PUT', ifMatch, body: content({ oldUrls }) });
    const isFree = async () =>
      (await as.editor('/articles', { method: 'POST', body: content({ oldUrls: ['/giu-cho.html'] }) }))
        .status;
    expect((await save('editor', 1, ['/giu-cho.html'])).status).toBe(200);
    expect((await save('author', 2, [])).status).toBe(200);
    expect(await isFree()).toBe(422);
    expect((await save('editor', 3, [])).status).toBe(200);
    expect(await isFree()).toBe(201);
  });

  test('of this site or a well-known one is refused, with the reason', async () => {
    for (const oldUrl of ['/.well-known/security.txt', '/rss.xml', 'https://cu.example/API/articles']) {
      const { status, body } = await as.editor('/articles', {
        method: 'POST',
        body: content({ oldUrls: [oldUrl] }),
      });
      expect([status, body.errors]).toEqual([
        422,
        [{ field: 'oldUrls.0', reason: 'Địa chỉ này cổng dùng cho việc khác' }],
      ]);
    }
  });

  test.each([
    '/',
    '/chi-tiet?newsid=45',
    'https://cu.example/',
    '//evil.example/x',
    'javascript:alert(1)',
    'x',
    '',
    '/x'.repeat(300),
  ])('refuses %s', async (oldUrl) => {
    const reply = await as.editor('/articles', { method: 'POST', body: content({ oldUrls: [oldUrl] }) });
    expect(reply.status).toBe(422);
  });
});

test('redirects a former category name to the current one', async () => {
  const settings = (await as.admin<Record<string, unknown>>('/settings')).body;
  const save = (formerCategories: unknown) =>
    as.admin('/settings', { method: 'PUT', ifMatch: 0, body: { ...settings, formerCategories } });
  const circle = [
    { slug: 'tin-cu', now: 'su-kien-cu' },
    { slug: 'su-kien-cu', now: 'tin-cu' },
  ];
  expect((await save(circle)).status).toBe(422);
  expect((await save([{ slug: 'tin-xua', now: 'tin-tuc' }])).status).toBe(200);
  expect(await open('/tin-xua')).toEqual([301, '/tin-tuc']);
});

describe('an article with an id from the client', () => {
  const id = '01h00000000000000000000001';
  const put = (account: 'author' | 'editor', fields: Record<string, unknown> = {}) =>
    as[account]<EditorialArticle & { current: EditorialArticle }>(`/articles/${id}`, {
      method: 'PUT',
      headers: { 'if-none-match': '*' },
      body: content(fields),
    });

  test('is created once; a repeated request returns the existing one', async () => {
    const made = await put('editor', { title: 'Bài chuyển từ trang cũ' });
    expect([made.status, made.body.id, made.body.version]).toEqual([201, id, 1]);
    const again = await put('editor', { title: 'Lần hai' });
    expect([again.status, again.body.current.title]).toEqual([412, 'Bài chuyển từ trang cũ']);
    expect((await put('author')).status).toBe(403);
  });

  test('keeps the date of update that it had', async () => {
    const { body } = await as.editor<EditorialArticle>(`/articles/${id}/publish`, {
      method: 'POST',
      ifMatch: 1,
      body: { publishedAt: '2019-05-04T08:00:00+07:00', updatedAt: '2020-01-02T08:00:00+07:00' },
    });
    const live = await (await fetch(`${portal.url}/api/articles/${id}`)).json();
    expect(live).toMatchObject({
      publishedAt: '2019-05-04T01:00:00.000Z',
      updatedAt: '2020-01-02T01:00:00.000Z',
      url: body.url,
    });
  });
});
