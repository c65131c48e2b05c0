import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { text } from 'node:stream/consumers';
import { decodeJwt } from 'jose';
import { afterAll, describe, expect, test } from 'vitest';
import { commandCallbacks } from '../../../infra/api/callbacks.ts';
import { freePort } from '../../../infra/local/free-port.ts';
import { listen } from '../../../infra/local/listen.ts';
import { browserSignIn } from '../../../infra/tools/sign-in/browser-sign-in.ts';
import { readLoginSettings } from '../../../infra/tools/sign-in/login-settings.ts';
import { tokenCommand } from '../../support/run-command.ts';
import { minimalBrowser, newTokens, postForm, signInAt } from '../../support/sign-in-browser.ts';
import { usePortal } from '../../support/use-portal.ts';

const tokenLifetimeSeconds = 120;
const portal = await usePortal({ tokenLifetimeSeconds });
const settings = await readLoginSettings(`${portal.url}/quan-tri/`);
const urlIn = (printed: string) => /http\S+authorize\S+/.exec(printed)?.[0];

/** Runs `npm run -s token -- FROM`. `shown` is the address that it asks to open. */
const runToken = (from: string) => {
  const child = spawn(process.execPath, [tokenCommand, from], { stdio: ['ignore', 'pipe', 'pipe'] });
  const { promise: shown, resolve } = Promise.withResolvers<string>();
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (printed: string) => {
    stderr += printed;
    const url = urlIn(stderr);
    if (url !== undefined) resolve(url);
  });
  const code = new Promise<number | null>((ended) => child.once('close', ended));
  const result = Promise.all([code, text(child.stdout)]).then(([status, stdout]) => ({
    status,
    stdout,
    stderr,
  }));
  return { shown, result };
};

/** Signs in by the command's own steps; `answer` plays the browser, from the address that is shown. */
const signIn = (answer: (shown: URL) => Promise<unknown>, options = {}) => {
  const answers: Promise<unknown>[] = [];
  return browserSignIn(settings, {
    callbacks: commandCallbacks,
    timeoutMs: 30_000,
    show: (url) => answers.push(answer(new URL(url))),
    ...options,
  }).finally(() => Promise.all(answers));
};

/** The address to which a browser would come back, with some parameters. */
const callbackOf = (shown: URL, parameters: Record<string, string>) => {
  const state = shown.searchParams.get('state') ?? '';
  return `${shown.searchParams.get('redirect_uri')}?${new URLSearchParams({ state, ...parameters })}`;
};

test('prints the access token of whoever signs in, alone', async () => {
  const { shown, result } = runToken(portal.url);
  const location = await signInAt(minimalBrowser(), await shown, 'editor');
  const page = await fetch(location);
  expect(await page.text()).toContain('Bạn có thể đóng trang này');
  const { status, stdout, stderr } = await result;
  expect([status, stderr.trim().split('\n').length]).toEqual([0, 3]);
  expect(decodeJwt(stdout.trim())).toMatchObject({ username: 'editor', scope: 'portal/staff' });
  expect(stdout).toBe(`${stdout.trim()}\n`);
  const reply = await fetch(`${portal.url}/api/admin/articles`, {
    headers: { authorization: `Bearer ${stdout.trim()}` },
  });
  expect(reply.status).toBe(200);
});

describe('the reply of the sign-in', () => {
  test('must have the state of the request', async () => {
    const forged = signIn((shown) => fetch(callbackOf(shown, { code: 'abc', state: 'other' })));
    await expect(forged).rejects.toThrow('The reply does not belong to this sign-in');
  });

  test('must have a code of this sign-in', async () => {
    const forged = signIn((shown) => fetch(callbackOf(shown, { code: 'abc' })));
    await expect(forged).rejects.toThrow('The sign-in was refused: ');
  });

  test('must have a code that was requested with its challenge', async () => {
    const stolen = signIn(async (shown) => {
      shown.searchParams.set('code_challenge', 'x'.repeat(43));
      await fetch(await signInAt(minimalBrowser(), shown.href, 'editor'));
    });
    await expect(stolen).rejects.toThrow('The sign-in was refused: ');
  });

  test('can be a refusal', async () => {
    const error = { error: 'access_denied', error_description: 'User is disabled' };
    const refused = signIn((shown) => fetch(callbackOf(shown, error)));
    await expect(refused).rejects.toThrow('The sign-in was refused: User is disabled.');
  });

  test('is awaited for a while, whatever else is asked for', async () => {
    const nobody = signIn(
      async (shown) => {
        const callback = shown.searchParams.get('redirect_uri') ?? '';
        const asked = [`${callback}favicon.ico`, callback, `${callback}other?code=a`];
        const statuses = [(await fetch(`${callback}?code=a`, { method: 'POST' })).status];
        for (const url of asked) statuses.push((await fetch(url)).status);
        expect(statuses).toEqual([404, 404, 404, 404]);
      },
      { timeoutMs: 500 },
    );
    await expect(nobody).rejects.toThrow('Nobody signed in within 0.5 seconds.');
  });
});

test('listens on 127.0.0.1 alone, at the next port when one is in use', async () => {
  const port = await freePort();
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(port, '127.0.0.1', resolve));
  afterAll(() => taken.close());
  const at = `http://127.0.0.1:${port}/`;
  const token = await signIn(async (shown) => fetch(await signInAt(minimalBrowser(), shown.href, 'admin')), {
    callbacks: [at, ...commandCallbacks],
  });
  expect(decodeJwt(token).username).toBe('admin');
  await expect(signIn(async () => undefined, { callbacks: [at] })).rejects.toThrow(
    `127.0.0.1:${port} are in use`,
  );
  expect(commandCallbacks.every((callback) => callback.startsWith('http://127.0.0.1:'))).toBe(true);
});

describe('refuses in one sentence', () => {
  test.each([
    ['an address without TLS', 'http://hacvan.example', 'A token is not requested without TLS'],
    ['what is no address', 'https://', 'is no address of a portal'],
    ['a portal that does not answer', 'http://127.0.0.1:1', 'cannot be reached'],
    ['an account without a portal', 'root', 'No portal found. Run `npm start` first.'],
  ])('%s', async (_, from, sentence) => {
    const { status, stdout, stderr } = await runToken(from).result;
    expect([status, stdout, stderr.trim().split('\n').length]).toEqual([1, '', 1]);
    expect(stderr).toContain(sentence);
  });

  const settingsOf = (value: string) => `<script type="application/json" id="settings">${value}</script>`;
  test.each([
    ['a page without settings', 200, '<p>Trang khác</p>'],
    ['settings that are no JSON', 200, settingsOf('{')],
    ['settings without a client', 200, settingsOf('{"loginOrigin":"https://a.example"}')],
    ['a missing page', 404, settingsOf(JSON.stringify(settings))],
    ['a redirect', 302, ''],
  ])('%s', async (_, status, body) => {
    const other = await listen(0);
    other.open(async (__, response) => response.writeHead(status, { location: portal.url }).end(body));
    await expect(readLoginSettings(other.url)).rejects.toThrow(
      `${other.url}/quan-tri/ is not the console of a portal (status ${status}).`,
    );
    await other.stop();
  });
});

test("takes tokens' lifetime for tests, and ends sessions for them", async () => {
  const { signer } = portal;
  const tokens = await newTokens(signer, `${portal.url}/quan-tri/`, 'editor');
  const { exp = 0, iat = 0 } = decodeJwt(tokens.access_token);
  expect(exp - iat).toBe(tokenLifetimeSeconds);
  portal.endSignIns();
  const refreshed = await postForm(signer, 'token', {
    grant_type: 'refresh_token',
    refresh_token: tokens.refresh_token,
  });
  expect(await refreshed.json()).toMatchObject({ error: 'invalid_grant' });
});
