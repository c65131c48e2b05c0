import { expect, test } from 'vitest';
import type { Activity } from '../../../shared/activity/activity.ts';
import { defaultSettings } from '../../../shared/site/default-settings.ts';
import { localDay } from '../../../shared/time/local-day.ts';
import { complete, photograph, upload } from '../../support/picture-fixture.ts';
import { content, staffApi } from '../../support/staff-api.ts';
import { usePortal } from '../../support/use-portal.ts';

const portal = await usePortal();
const desk = staffApi(portal);
const { as, create } = desk;
type List = { items: Activity[]; next: string | null };

const entries = async (query: string) => (await as.editor<List>(`/activity?${query}`)).body.items;

test('lists who did what to an article, in which role, newest first', async () => {
  const { id } = await create({ title: 'Bài của tác giả' }, 'author');
  await as.author(`/articles/${id}/submit`, { method: 'POST', ifMatch: 1, body: { note: 'Nhờ duyệt' } });
  await as.editor(`/articles/${id}/return`, { method: 'POST', ifMatch: 2, body: { note: 'Thiếu ảnh' } });
  await as.admin(`/articles/${id}`, { method: 'PUT', ifMatch: 3, body: content({ title: 'Tên khác' }) });
  await as.editor(`/articles/${id}`, { method: 'DELETE', ifMatch: 4 });
  const found = await entries(`article=${id}`);
  expect(found.map(({ action, by, role, version, note }) => [action, by, role, version, note])).toEqual([
    ['delete', 'editor', 'editor', 5, ''],
    ['save', 'admin', 'admin', 4, ''],
    ['return', 'editor', 'editor', 3, 'Thiếu ảnh'],
    ['submit', 'author', 'author', 2, 'Nhờ duyệt'],
    ['create', 'author', 'author', 1, ''],
  ]);
  expect(found.map(({ title }) => title).slice(2)).toEqual(Array(3).fill('Bài của tác giả'));
});

test('records nothing for a refused request', async () => {
  const { id } = await create();
  await as.editor(`/articles/${id}`, { method: 'PUT', ifMatch: 7, body: content() });
  await as.author(`/articles/${id}/publish`, { method: 'POST', ifMatch: 1 });
  expect(await entries(`article=${id}`)).toHaveLength(1);
});

test('records changes of images and settings', async () => {
  const image = await upload(desk, await photograph(600, 400).jpeg().toBuffer());
  await complete(desk, image, { alt: 'Bờ kè' });
  await as.editor(`/images/${image}`, { method: 'PATCH', body: { alt: 'Bờ kè sông' } });
  await as.editor(`/images/${image}`, { method: 'DELETE' });
  expect((await entries(`image=${image}`)).map(({ action }) => action)).toEqual([
    'delete',
    'describe',
    'complete',
    'upload',
  ]);
  await as.admin('/settings', { method: 'PUT', ifMatch: 0, body: { ...defaultSettings, name: 'Cổng mới' } });
  const day = localDay(new Date());
  const today = await entries(`from=${day}&to=${day}&limit=100`);
  expect(today[0]).toMatchObject({
    action: 'save',
    by: 'admin',
    subject: { kind: 'settings' },
    title: 'Cổng mới',
    version: 1,
  });
});

test('pages through one day in Viet Nam without a gap or a repeat', async () => {
  portal.setClock(new Date('2090-03-01T17:30:00.000Z'));
  const made = [];
  for (let n = 0; n < 5; n += 1) made.push((await create()).id);
  const seen: string[] = [];
  let cursor = '';
  do {
    const { body } = await as.editor<List>(`/activity?from=2090-03-02&to=2090-03-02&limit=2${cursor}`);
    seen.push(...body.items.map(({ subject }) => subject.id));
    cursor = body.next === null ? '' : `&cursor=${body.next}`;
  } while (cursor);
  expect(await entries('limit=100')).toHaveLength(5);
  portal.setClock(null);
  expect(seen.sort()).toEqual(made.sort());
  expect(await entries('to=2090-03-01')).toEqual([]);
});

test('narrows by person, kind and days, alone and together, a page at a time', async () => {
  const at = (day: number) => new Date(`2091-05-${String(day).padStart(2, '0')}T03:00:00.000Z`);
  for (const day of [1, 2, 3]) {
    portal.setClock(at(day));
    await create({ title: `Của tác giả, ngày ${day}` }, 'author');
    await create({ title: `Của biên tập viên, ngày ${day}` }, 'editor');
    await upload(desk, await photograph(60, 40).jpeg().toBuffer());
  }
  const titles = async (query: string) => {
    const found: string[] = [];
    let cursor = '';
    do {
      const { body } = await as.editor<List>(`/activity?${query}&limit=2${cursor}`);
      found.push(...body.items.map(({ title }) => title));
      cursor = body.next === null ? '' : `&cursor=${body.next}`;
    } while (cursor);
    return found;
  };
  const days = 'from=2091-05-02&to=2091-05-03';
  expect(await titles(`by=author&${days}`)).toEqual(['Của tác giả, ngày 3', 'Của tác giả, ngày 2']);
  expect(await titles(`${days}&kind=image`)).toHaveLength(2);
  expect(await titles(`by=author&kind=image&${days}`)).toEqual([]);
  expect(await titles('from=2091-05-01&to=2091-05-31')).toHaveLength(9);
  expect((await titles('by=author')).slice(0, 3)).toEqual([3, 2, 1].map((day) => `Của tác giả, ngày ${day}`));
  expect(await titles('by=nobody')).toEqual([]);
  portal.setClock(null);
});

test('exports what is filtered as CSV, in words', async () => {
  portal.setClock(new Date('2092-01-05T03:00:00.000Z'));
  const { id } = await create({ title: '=Bài, có dấu phẩy' }, 'author');
  await as.author(`/articles/${id}/submit`, { method: 'POST', ifMatch: 1, body: { note: 'Nhờ “duyệt”' } });
  portal.setClock(null);
  const reply = await fetch(`${portal.url}/api/admin/activity?article=${id}&format=csv`, {
    headers: { authorization: `Bearer ${await portal.token('editor')}` },
  });
  expect(reply.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect((await reply.text()).split('\r\n')).toEqual([
    'Lúc,Người,Vai trò,Việc,Loại,Tên,Mã,Phiên bản,Ghi chú',
    `2092-01-05T10:00:00+07:00,author,người viết,gửi duyệt bài,Bài viết,"'=Bài, có dấu phẩy",${id},2,Nhờ “duyệt”`,
    `2092-01-05T10:00:00+07:00,author,người viết,tạo bài,Bài viết,"'=Bài, có dấu phẩy",${id},1,`,
    '',
  ]);
});

test.each([
  'from=2026-02-31',
  'from=2026-03-02&to=2026-03-01',
  'from=2026-03-01&to=2026-04-01',
  'article=x',
  'article=01kb0000000000000000000000&image=01kb0000000000000000000000',
  'by=',
  'kind=plan',
  'format=xml',
  'cursor=x',
  'who=me',
])('refuses activity by %s', async (query) => {
  expect([400, 422]).toContain((await as.editor(`/activity?${query}`)).status);
});

test('hides the activity of others from authors', async () => {
  expect((await as.author('/activity')).status).toBe(403);
});
