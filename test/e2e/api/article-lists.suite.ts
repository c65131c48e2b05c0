import { expect, test } from 'vitest';
import { content, type EditorialArticle, staffApi } from '../../support/staff-api.ts';
import { useSharedPortal } from '../../support/use-portal.ts';

type List = { items: EditorialArticle[]; next: string | null };
type Revisions = {
  items: { version: number; action: string; by: string; title: string }[];
  next: string | null;
};

const { as, create } = staffApi(await useSharedPortal());

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
