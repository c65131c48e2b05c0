import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { freePort } from '../../infra/local/free-port.ts';
import { httpProxy, type ProxyHook, type ProxyReply } from '../../infra/local/http-proxy.ts';
import { checks } from '../../infra/tools/smoke/checks.ts';
import { smokeTest } from '../../infra/tools/smoke/smoke-test.ts';
import { sharedDemo } from '../support/use-demo.ts';

const { portal } = await sharedDemo();

const withBody = (
  { headers: { 'content-length': _, ...headers }, status }: ProxyReply,
  text: string,
): ProxyReply => ({
  status,
  headers,
  body: Buffer.from(text),
});
/** Passes on what the portal answers, as if it had the proxy's address. */
const passOn: ProxyHook = async ({ headers: { 'accept-encoding': _, ...headers }, ...request }, forward) => {
  const reply = await forward({ ...request, headers });
  if (reply.headers['content-type']?.startsWith('image/')) return reply;
  return withBody(reply, reply.body.toString().replaceAll(portal.url, origin));
};
let answer = passOn;
const proxy = httpProxy((request, forward) => answer(request, forward));
const origin = await proxy.start(portal.url);
afterAll(() => proxy.stop());
beforeEach(() => {
  answer = passOn;
});

const run = (options: { origin?: string; site?: string; timeoutMs?: number } = {}) =>
  smokeTest({ origin, timeoutMs: 20_000, now: new Date(), ...options });
const problem = (body: string): ProxyReply => ({
  status: 200,
  headers: { 'content-type': 'text/html' },
  body: Buffer.from(body),
});

const command = join(import.meta.dirname, '../../infra/tools/smoke.ts');
const runCommand = (...args: string[]) =>
  new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    execFile(process.execPath, [command, ...args], (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    );
  });

test('passes the portal that was deployed, one line a check', async () => {
  const { code, stdout, stderr } = await runCommand(portal.url, '--site', 'hac-van', '--timeout', '20');
  const lines = stdout.trim().split('\n');
  expect([code, stderr, lines.length]).toEqual([0, '', checks.length + 1]);
  expect(lines.filter((line) => !line.startsWith('passed'))).toEqual([
    'skipped  TLS: the address is on this machine',
    'skipped  redirect to https: the address is on this machine',
  ]);
});

test.each([
  ['another portal', { site: 'thanh-tri-ha' }, passOn, /is the portal of hac-van, not of thanh-tri-ha\.$/],
  ['another address', {}, (request, forward) => forward(request), /is answered by the portal of http/],
  ['another site', {}, async () => problem('<h1>Welcome to nginx!</h1>'), /is no portal\.$/],
  ['an outage', {}, async () => ({ ...problem(''), status: 503 }), /is out of order \(status 503\)\.$/],
  ['a slow portal', { timeoutMs: 100 }, async () => 'hold' as const, /has no answer within 0\.1 s\.$/],
  ['a lost connection', {}, async () => 'drop' as const, /cannot be reached \(UND_ERR_SOCKET\)\.$/],
] satisfies [string, Parameters<typeof run>[0], ProxyHook, RegExp][])(
  'says that it met %s, and asks nothing else',
  async (_, options, hook, sentence) => {
    answer = hook;
    expect(await run(options)).toEqual([
      { name: 'portal', finding: { failed: expect.stringMatching(sentence) } },
    ]);
  },
);

test('says that nobody answers, and exits with 2', async () => {
  const { code, stdout } = await runCommand(`http://127.0.0.1:${await freePort()}`);
  expect([code, stdout]).toEqual([2, expect.stringMatching(/^FAILED {3}portal: .*\(ECONNREFUSED\)\.\n$/)]);
});

test.each([
  ['an address without TLS', 'http://hacvan.example'],
  ['no time', 'https://hacvan.example', '--timeout=0'],
])('refuses %s in one sentence', async (_, ...args) => {
  const { code, stderr } = await runCommand(...args);
  expect([code, stderr]).toEqual([1, expect.stringMatching(/^[^\n]+Usage: npm run smoke[^\n]+\n$/)]);
});

test('fails every check of a portal that answers wrongly', async () => {
  const wrong = problem('Xin chào');
  answer = async (request, forward) => {
    if (request.url === '/api/openapi.json' || request.url === '/api/articles') {
      const reply = (await passOn(request, forward)) as ProxyReply;
      const { 'strict-transport-security': _, ...headers } = reply.headers;
      return { ...reply, headers };
    }
    if (request.url === '/') return problem('<img src="/images/x/480-0.webp">');
    return wrong;
  };
  const results = await run();
  const passed = results.filter(({ finding }) => finding === null || 'skipped' in finding);
  expect(passed.map(({ name }) => name)).toEqual(['portal', 'TLS', 'redirect to https']);
});

test('fails what a shown page lacks', async () => {
  answer = async (request, forward) => {
    const reply = (await passOn(request, forward)) as ProxyReply;
    const text = reply.body.toString();
    const without = (part: RegExp) => withBody(reply, text.replaceAll(part, ''));
    if (request.url === '/rss.xml') return without(/<link>[^<]*<\/link>/g);
    if (request.url.startsWith('/api/search')) return without(/"id":"[^"]*"/g);
    return /^\/api\/admin\/(people|tags)$/.test(request.url) ? problem('[]') : reply;
  };
  const failed = (await run()).flatMap(({ finding }) =>
    finding && 'failed' in finding ? [finding.failed] : [],
  );
  expect(failed).toEqual([
    expect.stringMatching(/^\/api\/search\?q=.* has not the shape of SearchResult\.$/),
    '/rss.xml lacks the newest article.',
    '/api/admin/tags, /api/admin/people: no 401 for a request without a token.',
  ]);
});
