import { expect, test } from 'vitest';
import { type Account, content, type Problem, staffApi } from '../../support/staff-api.ts';
import { useSharedPortal } from '../../support/use-portal.ts';

const portal = await useSharedPortal();
const { as, create } = staffApi(portal);
const id = '01kb0000000000000000000000';
const address = 'lan.tran@hacvan.example';
const readerAddress = '203.0.113.7';

/** The lines of the functions' logs that name a request. */
const linesOf = (requestId: string) => portal.functionLogs().filter((line) => line.includes(requestId));

test.each<[number, string, Account, string, Parameters<typeof as.editor>[1]]>([
  [403, 'forbidden', 'author', '/people', {}],
  [404, 'not_found', 'editor', `/articles/${id}`, {}],
  [
    422,
    'invalid_fields',
    'editor',
    '/articles',
    { method: 'POST', body: content({ title: '', summary: address }) },
  ],
  [422, 'invalid_fields', 'admin', '/people', { method: 'POST', body: { email: address, role: address } }],
  [400, 'malformed_request', 'editor', '/articles', { method: 'POST', raw: `{"title":"${address}` }],
  [428, 'precondition_required', 'editor', `/articles/${id}`, { method: 'PUT', body: content() }],
])('logs a refusal of %i %s to the %s of %s once, and nothing else of the request', async (...row) => {
  const [status, code, account, path, call] = row;
  const headers = { 'x-forwarded-for': readerAddress, cookie: 'a=secret-of-a-cookie' };
  const reply = await as[account]<Problem>(`${path}?email=${address}`, { ...call, headers });
  expect([reply.status, reply.body.code]).toEqual([status, code]);
  const lines = linesOf(reply.body.requestId);
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    expect.objectContaining({
      level: 'INFO',
      code,
      status,
      routeKey: expect.stringContaining('/api/admin/'),
      requestId: reply.body.requestId,
      actor: account,
    }),
  ]);
  for (const secret of [await portal.token(account), address, readerAddress, '127.0.0.1', 'secret-of-a']) {
    expect(lines.join('\n')).not.toContain(secret);
  }
});

test('logs who sent a stale version, and a step that the state forbids', async () => {
  const { id: article } = await create();
  const stale = await as.admin(`/articles/${article}`, { method: 'PUT', ifMatch: 7, body: content() });
  const early = await as.editor(`/articles/${article}/withdraw`, { method: 'POST', ifMatch: 1 });
  expect([stale.status, early.status]).toEqual([412, 409]);
  const logged = [stale, early].flatMap(({ body }) =>
    linesOf(body.requestId).map((line) => JSON.parse(line)),
  );
  expect(logged).toMatchObject([
    { code: 'stale_version', status: 412, actor: 'admin' },
    { code: 'wrong_state', status: 409, actor: 'editor' },
  ]);
});

test('logs a reader who is refused without a name', async () => {
  const reply = await fetch(`${portal.url}/api/articles/${id}`);
  const { requestId } = (await reply.json()) as Problem;
  const [line] = linesOf(requestId).map((text) => JSON.parse(text));
  expect(line).toMatchObject({ code: 'not_found', status: 404 });
  expect(line).not.toHaveProperty('actor');
});
