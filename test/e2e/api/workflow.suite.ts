import { describe, expect, test } from 'vitest';
import type { ArticleState } from '../../../shared/articles/state.ts';
import { type Account, content, type EditorialArticle, staffApi } from '../../support/staff-api.ts';
import { useSharedPortal } from '../../support/use-portal.ts';
import { workflowTable } from '../../support/workflow-table.ts';

const portal = await useSharedPortal();
const { as, create } = staffApi(portal);
const later = '2100-01-01T08:00:00+07:00';

type Known = Pick<EditorialArticle, 'id' | 'version'>;
const step = async (account: Account, { id, version }: Known, path: string, body: unknown = {}) =>
  as[account]<EditorialArticle>(`/articles/${id}${path}`, { method: 'POST', ifMatch: version, body });
const then = async (before: Promise<Known>, path: string, body?: unknown) =>
  (await step('editor', await before, path, body)).body;

/** Brings an author's article into each state. */
const bring: Record<ArticleState, () => Promise<Known>> = {
  draft: () => create({}, 'author'),
  in_review: () => then(bring.draft(), '/submit'),
  returned: () => then(bring.in_review(), '/return', { note: 'Thiếu nguồn' }),
  approved: () => then(bring.in_review(), '/approve'),
  scheduled: () => then(bring.draft(), '/publish', { publishedAt: later }),
  live: () => then(bring.draft(), '/publish'),
  withdrawn: () => then(bring.live(), '/withdraw'),
};

const requests: Record<string, { method: string; path: string; body?: unknown }> = {
  save: { method: 'PUT', path: '', body: content({ title: 'Bản sửa' }) },
  submit: { method: 'POST', path: '/submit', body: {} },
  return: { method: 'POST', path: '/return', body: { note: 'Xem lại số liệu' } },
  approve: { method: 'POST', path: '/approve', body: {} },
  publish: { method: 'POST', path: '/publish', body: {} },
  withdraw: { method: 'POST', path: '/withdraw', body: {} },
  delete: { method: 'DELETE', path: '' },
};
const rows = workflowTable.filter(({ step: name }) => requests[name]);
const cases = rows.flatMap((row) => (['author', 'editor', 'admin'] as const).map((by) => ({ ...row, by })));

describe('every transition from every state by every role', () => {
  test.each(cases)('$by: $step, $state', async ({ step: name, state, outcome, authorMay, by }) => {
    const { path = '', ...request } = requests[name] ?? {};
    const article = await bring[state]();
    const reply = await as[by](`/articles/${article.id}${path}`, { ...request, ifMatch: article.version });
    const after = await as.editor<EditorialArticle & { state: string }>(`/articles/${article.id}`);
    if (by === 'author' && authorMay === 'never') expect(reply.status).toBe(403);
    else if (outcome === 'impossible') {
      expect([reply.status, reply.body.code, reply.body.state]).toEqual([409, 'wrong_state', state]);
    } else if (by === 'author' && authorMay !== 'yes') expect(reply.status).toBe(403);
    else if (outcome === 'deleted') expect([reply.status, after.status]).toEqual([204, 404]);
    else {
      expect(reply.status).toBe(200);
      if (outcome !== 'same') expect(after.body.status).toBe(outcome);
      expect(after.body.version).toBe(article.version + 1);
    }
    if (reply.status >= 400) expect(after.body).toMatchObject({ version: article.version, state });
  });
});

test('requires a reason to return an article, and shows it to the author', async () => {
  const article = await bring.in_review();
  const silent = await step('editor', article, '/return', {});
  expect([silent.status, silent.headers.get('etag')]).toEqual([422, null]);
  await step('editor', article, '/return', { note: 'Thiếu số liệu\ncủa tổ 5' });
  const { body } = await as.author<EditorialArticle>(`/articles/${article.id}`);
  expect(body).toMatchObject({ status: 'returned', note: { text: 'Thiếu số liệu\ncủa tổ 5', by: 'editor' } });
  const history = await as.author<{ items: object[] }>(`/articles/${article.id}/revisions`);
  expect(history.body.items[0]).toMatchObject({
    action: 'return',
    by: 'editor',
    role: 'editor',
    note: 'Thiếu số liệu\ncủa tổ 5',
  });
});

test('revokes an approval when the article is changed', async () => {
  const article = await bring.approved();
  const saved = await as.editor<EditorialArticle>(`/articles/${article.id}`, {
    method: 'PUT',
    ifMatch: article.version,
    body: content({ title: 'Sửa sau khi duyệt', note: 'Sửa tên' }),
  });
  expect(saved.body).toMatchObject({ status: 'in_review', title: 'Sửa sau khi duyệt' });
});

test('accepts times with an offset, stores UTC, and shows the time in Viet Nam', async () => {
  const article = await create();
  const { body } = await step('editor', article, '/publish', {
    publishedAt: '2100-05-01T08:00:00+07:00',
    withdrawAt: '2100-06-01T00:00:00+09:00',
  });
  expect(body).toMatchObject({
    state: 'scheduled',
    status: 'published',
    publishedAt: '2100-05-01T01:00:00.000Z',
    withdrawAt: '2100-05-31T15:00:00.000Z',
    localTimes: {
      zone: 'Asia/Ho_Chi_Minh',
      publishedAt: '2100-05-01T08:00:00+07:00',
      withdrawAt: '2100-05-31T22:00:00+07:00',
    },
  });
  const listed = async (status: string) =>
    (await as.editor<{ items: Known[] }>(`/articles?status=${status}&limit=100`)).body.items.map(
      ({ id }) => id,
    );
  expect(await listed('scheduled')).toContain(article.id);
  expect(await listed('live')).not.toContain(article.id);
});
