import { expect, test } from 'vitest';
import type { PersonRoyalties } from '../../../shared/articles/royalties.ts';
import { staffApi } from '../../support/staff-api.ts';
import { useSharedPortal } from '../../support/use-portal.ts';

const portal = await useSharedPortal();
const { as, create, publish, published } = staffApi(portal);

type Royalties = { month: string; people: PersonRoyalties[] };
const royalties = (month: string) => as.editor<Royalties>(`/royalties?month=${month}`);
const csvOf = async (month: string) =>
  fetch(`${portal.url}/api/admin/royalties?month=${month}&format=csv`, {
    headers: { authorization: `Bearer ${await portal.token('editor')}` },
  });

test('counts what readers see of a month in Viet Nam, by person, once', async () => {
  const title = '=Bài "một", hai';
  const first = await published(
    { title, author: 'Trần Lan', body: '<p><strong>B</strong>ến Hạc</p><p>đông vui</p>' },
    '2019-02-01T00:00:00+07:00',
  );
  const unsigned = await publish(
    await create({ body: '<p>ba từ đây</p>' }, 'author'),
    '2019-02-28T23:59:59+07:00',
  );
  await published({ author: 'Tháng trước' }, '2019-01-31T23:59:59+07:00');
  await published({ author: 'Tháng sau' }, '2019-03-01T00:00:00+07:00');
  await published({ author: 'Trang riêng', category: 'trang' }, '2019-02-10T08:00:00+07:00');
  const withdrawn = await published({ author: 'Đã gỡ' }, '2019-02-10T08:00:00+07:00');
  await as.editor(`/articles/${withdrawn.id}/withdraw`, {
    method: 'POST',
    ifMatch: withdrawn.version,
    body: {},
  });
  // A correction counts as it reads now, and not again.
  const saved = await as.editor<typeof first>(`/articles/${first.id}`, {
    method: 'PUT',
    ifMatch: first.version,
    body: { title, category: 'tin-tuc', author: 'Trần Lan', body: '<p>Bến Hạc đông vui lắm</p>' },
  });
  await publish(saved.body);

  const { status, headers, body } = await royalties('2019-02');
  expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
  expect(body).toMatchObject({
    month: '2019-02',
    people: [
      {
        name: 'author',
        kind: 'account',
        words: 3,
        articles: [{ id: unsigned.id, author: '', createdBy: 'author' }],
      },
      {
        name: 'Trần Lan',
        kind: 'byline',
        words: 5,
        articles: [{ id: first.id, createdBy: 'editor', words: 5 }],
      },
    ],
  });

  const csv = await csvOf('2019-02');
  expect(csv.headers.get('content-disposition')).toBe('attachment; filename="nhuan-but-2019-02.csv"');
  const [, ...rows] = (await csv.text()).trimEnd().split('\r\n');
  expect(rows).toEqual([
    expect.stringMatching(new RegExp(`^author,2019-02-28,.*,3,0,,author,${unsigned.id}$`)),
    `Trần Lan,2019-02-01,"'=Bài ""một"", hai",Tin tức,5,0,Trần Lan,editor,${first.id}`,
  ]);
});

test('a month that has not come, or has no article, has nobody', async () => {
  expect((await royalties('2099-12')).body).toEqual({ month: '2099-12', people: [] });
  expect((await royalties('1999-12')).body).toEqual({ month: '1999-12', people: [] });
});

test.each(['2026-13', '2026-1', '', '2026-11-01', '9999-12'])('the month "%s" is refused', async (month) => {
  expect((await royalties(month)).status).toBe(422);
});

test('is not for authors', async () => {
  expect((await as.author('/royalties')).status).toBe(403);
  expect((await as.nobody('/royalties')).status).toBe(401);
});
