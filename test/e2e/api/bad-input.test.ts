import { describe, expect, test } from 'vitest';
import { content, staffApi } from '../../support/staff-api.ts';
import { usePortal } from '../../support/use-portal.ts';

const portal = await usePortal();
const { as, create } = staffApi(portal);

const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
const json = (fields: Record<string, unknown>) => JSON.stringify(content(fields));

describe('refuses an invalid article with the reason, and stores nothing', () => {
  test.each<[string, string, number, string, string[]]>([
    ['is not JSON', '{"title": ', 400, 'malformed_request', []],
    ['is JSON of another kind', '"Tiêu đề"', 422, 'invalid_fields', ['']],
    ['is nothing', '', 422, 'invalid_fields', ['title', 'body', 'category']],
    ['has a number for a title', json({ title: 7 }), 422, 'invalid_fields', ['title']],
    ['has an unknown field', json({ titel: 'x' }), 422, 'invalid_fields', ['titel']],
    [
      'reaches for the prototype',
      '{"__proto__":{"title":"x"},"title":"a","body":"","category":"tin-tuc"}',
      422,
      'invalid_fields',
      ['__proto__'],
    ],
    [
      'is 300 levels deep',
      `{"title":${nested(300)},"body":"","category":"tin-tuc"}`,
      422,
      'invalid_fields',
      ['title'],
    ],
    ['is 100,000 levels deep', nested(100_000), 422, 'invalid_fields', ['']],
    ['has no title', json({ title: '' }), 422, 'invalid_fields', ['title']],
    ['has a title of spaces', json({ title: ' \u00a0\t' }), 422, 'invalid_fields', ['title']],
    ['has a title of 301 characters', json({ title: 'ờ'.repeat(301) }), 422, 'invalid_fields', ['title']],
    ['has a title with a control character', json({ title: 'a\u0007b' }), 422, 'invalid_fields', ['title']],
    [
      'has a title with half a character',
      '{"title":"a\\ud83d","body":"","category":"tin-tuc"}',
      422,
      'invalid_fields',
      ['title'],
    ],
    [
      'has a body with half a character',
      '{"title":"a","body":"\\udc00","category":"tin-tuc"}',
      422,
      'invalid_fields',
      ['body'],
    ],
    ['has a body over 300 kB', json({ body: 'đ'.repeat(150_001) }), 422, 'invalid_fields', ['body']],
    [
      'has a body that grows over 300 kB',
      json({ body: '&'.repeat(100_000) }),
      422,
      'invalid_fields',
      ['body'],
    ],
    [
      'has a category that does not exist',
      json({ category: 'khong-co' }),
      422,
      'invalid_fields',
      ['category'],
    ],
    ['has a category that is no slug', json({ category: '../etc' }), 422, 'invalid_fields', ['category']],
    ['has 11 tags', json({ tags: Array.from({ length: 11 }, String) }), 422, 'invalid_fields', ['tags']],
    ['is over a megabyte', json({ summary: 'x'.repeat(1_100_000) }), 413, 'payload_too_large', []],
  ])('that %s', async (_, raw, status, code, fields) => {
    const reply = await as.editor('/articles', { method: 'POST', raw });
    expect(reply.status).toBe(status);
    expect(reply.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(reply.body).toMatchObject({ code, status });
    expect(reply.body.requestId).toMatch(/\S/);
    expect((reply.body.errors ?? []).map(({ field }) => field)).toEqual(fields);
    expect(JSON.stringify(reply.body)).not.toMatch(/ at |node_modules|Zod|dynamodb/i);
    expect((await as.editor<{ items: unknown[] }>('/articles')).body.items).toEqual([]);
  });

  test('of 6 MB, at API Gateway', async () => {
    const reply = await as.editor('/articles', {
      method: 'POST',
      raw: json({ body: 'x'.repeat(6_300_000) }),
    });
    expect(reply.status).toBe(413);
  });
});

test.each([
  'x',
  '01KB0000000000000000000000',
  '81kb000000000000000000000',
  '..%2f..',
  'ờ',
  '%00',
  'a'.repeat(2000),
])('answers 404 for the malformed id %s', async (id) => {
  expect((await as.editor(`/articles/${id}`)).status).toBe(404);
  expect((await fetch(`${portal.url}/api/articles/${id}`)).status).toBe(404);
});

test.each([
  ['none', undefined, 428, 'precondition_required'],
  ['a word', 'abc', 400, 'malformed_request'],
  ['a bare number', '1', 400, 'malformed_request'],
  ['anything', '*', 400, 'malformed_request'],
  ['a list', '"1", "2"', 400, 'malformed_request'],
  ['a huge number', '"99999999999999999999"', 400, 'malformed_request'],
])('refuses a save with %s as its version', async (_, header, status, code) => {
  const { id } = await create();
  const reply = await as.editor(`/articles/${id}`, {
    method: 'PUT',
    body: content(),
    ...(header && { headers: { 'if-match': header } }),
  });
  expect([reply.status, reply.body.code]).toEqual([status, code]);
});

test.each([
  ['forged', Buffer.from('["draft","2999"]').toString('base64url')],
  ['truncated', Buffer.from('["draft","2026-01-01T00:00:00.000Z#01kb').toString('base64url')],
  [
    'of another list',
    Buffer.from('["published","2026-01-01T00:00:00.000Z#01kb0000000000000000000000"]').toString('base64url'),
  ],
  ['nonsense', '%F0%9F%8E%89'],
])('refuses a cursor that is %s', async (_, cursor) => {
  const reply = await as.editor(`/articles?status=draft&cursor=${cursor}`);
  expect([reply.status, reply.body.code]).toEqual([400, 'invalid_cursor']);
});

test.each(['status=secret', 'limit=0', 'limit=101', 'limit=-1', 'limit=1e9', 'page=2'])(
  'refuses a list by %s, with the field',
  async (query) => {
    const reply = await as.editor(`/articles?${query}`);
    expect([reply.status, reply.body.errors?.[0]?.field]).toEqual([422, query.split('=')[0]]);
  },
);

test.each([
  { publishedAt: 'hôm qua' },
  { publishedAt: '2026-02-31T00:00:00Z' },
  { publishedAt: 5 },
  { publishedAt: '2026-05-01T08:00:00' },
  { publishedAt: '9999-12-31T23:59:59-12:00' },
  { publishedAt: '0000-01-01T00:00:00+07:00' },
  { withdrawAt: '2026-05-01' },
  { publishedAt: '2030-05-01T08:00:00+07:00', withdrawAt: '2030-05-01T08:00:00+07:00' },
  { at: 'x' },
])('refuses a publication with %j, and leaves the draft as it is', async (body) => {
  const { id } = await create();
  expect((await as.editor(`/articles/${id}/publish`, { method: 'POST', ifMatch: 1, body })).status).toBe(422);
  expect((await as.editor<{ status: string }>(`/articles/${id}`)).body.status).toBe('draft');
});
