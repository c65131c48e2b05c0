import { beforeEach, expect, test } from 'vitest';
import { content, staffApi } from '../../support/staff-api.ts';
import { useSharedFaultyPortal } from '../../support/use-portal.ts';

const { portal, proxy } = await useSharedFaultyPortal();
const { as } = staffApi(portal);
const id = '01kb0000000000000000000000';

beforeEach(() => {
  proxy.inject(() => 'dropBefore');
});

const internals = /dynamodb|ECONN|socket|stack|node_modules| at |127\.0\.0\.1|TimeoutError|aws/i;

test.each(['/', '/tin-tuc', `/tin-tuc/a-${id}`])(
  '%s answers an error page while the table is unreachable',
  async (path) => {
    const reply = await fetch(portal.gatewayUrl + path);
    const page = await reply.text();
    expect(reply.status).toBe(503);
    expect(reply.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(reply.headers.get('cache-control')).toBe('no-store');
    expect(page).toContain('<html lang="vi">');
    expect(page.slice(page.indexOf('<body>'))).not.toMatch(internals);
  },
);

test.each([
  ['GET', '/articles', undefined],
  ['POST', '/articles', content()],
  ['GET', `/articles/${id}`, undefined],
  ['PUT', `/articles/${id}`, content()],
  ['DELETE', `/articles/${id}`, undefined],
  ['POST', `/articles/${id}/publish`, {}],
  ['POST', `/articles/${id}/withdraw`, {}],
  ['GET', `/articles/${id}/revisions`, undefined],
  ['GET', '/settings', undefined],
])('%s /api/admin%s answers a problem document without internals', async (method, path, body) => {
  const reply = await as.admin(path, { method, ifMatch: 1, ...(body !== undefined && { body }) });
  expect(reply.status).toBe(503);
  expect(reply.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(Object.keys(reply.body).sort()).toEqual(['code', 'requestId', 'status', 'title']);
  expect(JSON.stringify(reply.body)).not.toMatch(internals);
});

test('logs the cause under the request id of the reply', async () => {
  const { requestId } = (await as.admin('/settings')).body;
  const line = portal.functionLogs().find((text) => text.includes(requestId) && text.includes('unavailable'));
  expect(JSON.parse(line ?? '{}')).toMatchObject({ level: 'ERROR', error: { cause: expect.anything() } });
});

test('recovers with the table', async () => {
  expect((await fetch(portal.gatewayUrl)).status).toBe(503);
  proxy.heal();
  expect((await fetch(portal.gatewayUrl)).status).toBe(200);
});
