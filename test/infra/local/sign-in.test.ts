import { decodeJwt } from 'jose';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { listen } from '../../../infra/local/listen.ts';
import { poolUsers } from '../../../infra/local/sign-in/pool-users.ts';
import { signInService } from '../../../infra/local/sign-in/sign-in.ts';
import { createSigningKey } from '../../../infra/local/sign-in/signing-key.ts';
import {
  authorizeUrl,
  minimalBrowser,
  newCode,
  newTokens,
  postForm,
  signInAt,
  type Tokens,
} from '../../support/sign-in-browser.ts';

const consoleUrl = 'http://127.0.0.1:1/quan-tri/';
const graceSeconds = 30;
const listener = await listen(0);
afterAll(() => listener.stop());
const login = {
  issuer: listener.url,
  clientId: 'Client',
  scope: 'portal/staff portal/second',
  lifetimeSeconds: 600,
  privateKey: await createSigningKey(),
};
const users = poolUsers(undefined, new Date());
const service = signInService(
  {
    signer: login,
    refreshSeconds: 36_000,
    graceSeconds,
    callbackUrls: [consoleUrl],
    logoutUrls: [consoleUrl],
  },
  users,
  async () => undefined,
);
listener.open(service.answer);

/** Moves the clock, for the rest of the test. */
const wait = (seconds: number) => {
  const at = Date.now() + seconds * 1000;
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(at);
};
afterEach(() => {
  vi.useRealTimers();
});

const challenge = { redirect_uri: consoleUrl, code_challenge: 'x'.repeat(43) };
const isSignedIn = async (go: ReturnType<typeof minimalBrowser>) =>
  (await go(authorizeUrl(login, challenge))).location.startsWith(`${consoleUrl}?code=`);
const refresh = async (refreshToken: string) => {
  const reply = await postForm(login, 'token', { grant_type: 'refresh_token', refresh_token: refreshToken });
  return (await reply.json()) as Tokens;
};

describe('sign-in', () => {
  test('shows the accounts, and returns a code with the state', async () => {
    const go = minimalBrowser();
    const url = authorizeUrl(login, { ...challenge, state: 'abc' });
    const page = await go((await go(url)).location);
    expect(await page.reply.text()).toContain('Đăng nhập thử');
    const back = new URL(await signInAt(go, url, 'editor'));
    expect([back.origin + back.pathname, back.searchParams.get('state')]).toEqual([consoleUrl, 'abc']);
  });

  test("has the claims of Cognito's access tokens, for as long as it says", async () => {
    const tokens = await newTokens(login, consoleUrl, 'editor');
    const claims = decodeJwt(tokens.access_token);
    expect(claims).toMatchObject({
      username: 'editor',
      client_id: login.clientId,
      token_use: 'access',
      scope: login.scope,
      'cognito:groups': ['editor'],
    });
    expect([Number(claims.exp) - Number(claims.iat), tokens.expires_in]).toEqual([600, 600]);
  });

  test('redirects at once a second time, until an hour has passed, whatever was done in it', async () => {
    const go = minimalBrowser();
    expect(await isSignedIn(go)).toBe(false);
    await newTokens(login, consoleUrl, 'author', go);
    expect(await isSignedIn(go)).toBe(true);
    wait(3_000);
    expect(await isSignedIn(go)).toBe(true);
    wait(700);
    expect(await isSignedIn(go)).toBe(false);
  });

  test('refuses an unknown account', async () => {
    const go = minimalBrowser();
    const { location } = await go(authorizeUrl(login, challenge));
    const picked = await go(location, { method: 'POST', body: new URLSearchParams({ account: 'root' }) });
    expect(picked.reply.status).toBe(400);
  });

  test.each([
    ['another host', 'https://elsewhere.example/quan-tri/'],
    ['another port', 'http://127.0.0.1:2/quan-tri/'],
    ['another name of the host', 'http://localhost:1/quan-tri/'],
    ['another scheme', 'https://127.0.0.1:1/quan-tri/'],
    ['a path below', `${consoleUrl}bai-viet/moi`],
    ['no slash at the end', consoleUrl.slice(0, -1)],
    ['a query', `${consoleUrl}?a=1`],
    ['a fragment', `${consoleUrl}#a`],
    ['nothing', ''],
  ])('does not redirect to %s', async (_, redirect_uri) => {
    const { reply } = await minimalBrowser()(authorizeUrl(login, { ...challenge, redirect_uri }));
    expect([reply.status, reply.headers.get('location')]).toEqual([400, null]);
  });

  test('does not redirect for an unknown client', async () => {
    const { reply } = await minimalBrowser()(authorizeUrl(login, { ...challenge, client_id: 'other' }));
    expect([reply.status, reply.headers.get('location')]).toEqual([400, null]);
  });

  test.each<[string, Record<string, string>, string]>([
    ['without PKCE', { code_challenge: '' }, 'invalid_request'],
    ['with a plain challenge', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['with another response type', { response_type: 'token' }, 'unsupported_response_type'],
    ['with an unknown scope', { scope: 'portal/staff portal/third' }, 'invalid_scope'],
    ['without a scope', { scope: '' }, 'invalid_scope'],
  ])('tells the console of an error %s', async (_, parameters, error) => {
    const { location } = await minimalBrowser()(authorizeUrl(login, { ...challenge, ...parameters }));
    expect(location?.replace('#', '?')).toContain(`${consoleUrl}?error=${error}&`);
  });

  test('gives the scopes that were asked for', async () => {
    const tokens = await newTokens({ ...login, scope: 'portal/second' }, consoleUrl, 'editor');
    expect(decodeJwt(tokens.access_token).scope).toBe('portal/second');
  });
});

describe('the token endpoint', () => {
  const good = () => newCode(login, consoleUrl, 'editor');

  test.each<[string, Record<string, string>, number, string]>([
    ['a wrong verifier', { code_verifier: 'y'.repeat(43) }, 400, 'invalid_grant'],
    ['no verifier', { code_verifier: '' }, 400, 'invalid_grant'],
    ['another callback', { redirect_uri: 'http://127.0.0.1:2/quan-tri/' }, 400, 'invalid_grant'],
    ['a code of nobody', { code: 'abc' }, 400, 'invalid_grant'],
    ['no code', { code: '' }, 400, 'invalid_request'],
    ['another grant', { grant_type: 'password' }, 400, 'unsupported_grant_type'],
    ['no grant', { grant_type: '' }, 400, 'invalid_request'],
    ['an unknown client', { client_id: 'other' }, 401, 'invalid_client'],
  ])('refuses %s', async (_, fields, status, error) => {
    const reply = await postForm(login, 'token', { ...(await good()), ...fields });
    expect([reply.status, await reply.json()]).toEqual([status, expect.objectContaining({ error })]);
  });

  test('takes a code once', async () => {
    const code = await good();
    expect((await postForm(login, 'token', code)).status).toBe(200);
    const again = await postForm(login, 'token', code);
    expect([again.status, await again.json()]).toEqual([
      400,
      expect.objectContaining({ error: 'invalid_grant' }),
    ]);
  });

  test('takes a code for five minutes', async () => {
    const code = await good();
    wait(301);
    expect(await (await postForm(login, 'token', code)).json()).toMatchObject({ error: 'invalid_grant' });
  });

  test('refuses JSON', async () => {
    const reply = await fetch(`${login.issuer}/oauth2/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...(await good()), client_id: login.clientId }),
    });
    expect(reply.status).toBe(400);
  });

  test('replaces a refresh token, which remains valid for the grace period', async () => {
    const first = await newTokens(login, consoleUrl, 'editor');
    const second = await refresh(first.refresh_token);
    expect(decodeJwt(second.access_token)).toMatchObject({ username: 'editor', scope: login.scope });
    expect(second.refresh_token).not.toBe(first.refresh_token);
    wait(graceSeconds - 1);
    const repeated = await refresh(first.refresh_token);
    expect(repeated.access_token).toBeTruthy();
    wait(2);
    expect(await refresh(first.refresh_token)).toMatchObject({ error: 'invalid_grant' });
    expect((await refresh(second.refresh_token)).access_token).toBeTruthy();
    expect((await refresh(repeated.refresh_token)).access_token).toBeTruthy();
  });

  test('does not extend a session by rotation', async () => {
    const first = await newTokens(login, consoleUrl, 'editor');
    wait(35_000);
    const second = await refresh(first.refresh_token);
    expect(second.access_token).toBeTruthy();
    wait(1_001);
    expect(await refresh(second.refresh_token)).toMatchObject({ error: 'invalid_grant' });
  });

  test.each([
    ['of nobody', { refresh_token: 'abc' }, 400, 'invalid_grant'],
    ['that is missing', {}, 400, 'invalid_request'],
  ])('refuses a refresh token %s', async (_, fields, status, error) => {
    const reply = await postForm(login, 'token', { grant_type: 'refresh_token', ...fields });
    expect([reply.status, await reply.json()]).toEqual([status, expect.objectContaining({ error })]);
  });
});

describe('the revocation endpoint', () => {
  test('ends a refresh token, and those before and after it', async () => {
    const first = await newTokens(login, consoleUrl, 'editor');
    const second = await refresh(first.refresh_token);
    const reply = await postForm(login, 'revoke', { token: second.refresh_token });
    expect([reply.status, await reply.text()]).toEqual([200, '']);
    expect(await refresh(second.refresh_token)).toMatchObject({ error: 'invalid_grant' });
    expect(await refresh(first.refresh_token)).toMatchObject({ error: 'invalid_grant' });
  });

  test('ends no other session of the same person', async () => {
    const [one, other] = [
      await newTokens(login, consoleUrl, 'editor'),
      await newTokens(login, consoleUrl, 'editor'),
    ];
    await postForm(login, 'revoke', { token: one.refresh_token });
    expect((await refresh(other.refresh_token)).access_token).toBeTruthy();
  });

  test('takes refresh tokens only, and says nothing of unknown ones', async () => {
    const { access_token } = await newTokens(login, consoleUrl, 'editor');
    const answers = [
      await postForm(login, 'revoke', { token: access_token }),
      await postForm(login, 'revoke', {}),
      await postForm(login, 'revoke', { token: 'abc' }),
      await postForm(login, 'revoke', { token: 'abc', client_id: 'other' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 200, 401]);
    expect(await answers[0]?.json()).toMatchObject({ error: 'unsupported_token_type' });
  });
});

describe('signing out', () => {
  const logoutUrl = (query: Record<string, string>) =>
    `${login.issuer}/logout?${new URLSearchParams({ client_id: login.clientId, ...query })}`;

  test('ends the session of the login, and leads back; tokens remain', async () => {
    const go = minimalBrowser();
    const { refresh_token } = await newTokens(login, consoleUrl, 'editor', go);
    const out = await go(logoutUrl({ logout_uri: consoleUrl }));
    expect([out.reply.status, out.location]).toEqual([302, consoleUrl]);
    expect(await isSignedIn(go)).toBe(false);
    expect((await refresh(refresh_token)).access_token).toBeTruthy();
  });

  test('works without a session', async () => {
    expect((await minimalBrowser()(logoutUrl({ logout_uri: consoleUrl }))).location).toBe(consoleUrl);
  });

  test.each<[string, Record<string, string>]>([
    ['another host', { logout_uri: 'https://elsewhere.example/' }],
    ['a path below', { logout_uri: `${consoleUrl}anh` }],
    [
      'a registered address with a user name',
      { logout_uri: 'http://127.0.0.1:1@elsewhere.example/quan-tri/' },
    ],
    ['nowhere', {}],
    ['the right place for another client', { client_id: 'other', logout_uri: consoleUrl }],
  ])('neither leads to %s nor ends the session', async (_, query) => {
    const go = minimalBrowser();
    await newTokens(login, consoleUrl, 'editor', go);
    const { reply } = await go(logoutUrl(query));
    expect([reply.status, reply.headers.get('location')]).toEqual([400, null]);
    expect(await isSignedIn(go)).toBe(true);
  });

  test('an end of everything leaves no session and no refresh token', async () => {
    const go = minimalBrowser();
    const { refresh_token } = await newTokens(login, consoleUrl, 'editor', go);
    service.endAll();
    expect(await isSignedIn(go)).toBe(false);
    expect(await refresh(refresh_token)).toMatchObject({ error: 'invalid_grant' });
  });
});

test.each([
  ['GET', '/oauth2/token'],
  ['HEAD', '/oauth2/token'],
  ['PUT', '/oauth2/token'],
  ['GET', '/oauth2/revoke'],
  ['HEAD', '/oauth2/revoke'],
  ['POST', '/logout'],
  ['HEAD', '/logout'],
  ['POST', '/oauth2/authorize'],
])('refuses %s %s', async (method, path) => {
  expect((await fetch(login.issuer + path, { method })).status).toBe(405);
});

describe('other origins', () => {
  const origin = 'https://hacvan.example';

  test.each(['/oauth2/token', '/oauth2/revoke'])('may call %s', async (path) => {
    const url = login.issuer + path;
    const preflight = await fetch(url, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST' },
    });
    const posted = await fetch(url, { method: 'POST', headers: { origin }, body: new URLSearchParams() });
    expect(preflight.ok).toBe(true);
    expect([preflight, posted].map(({ headers }) => headers.get('access-control-allow-origin'))).toEqual([
      origin,
      origin,
    ]);
  });

  test('may not read the other endpoints, and send no cookies', async () => {
    const replies = await Promise.all(
      [authorizeUrl(login, challenge), `${login.issuer}/logout`].map((url) =>
        fetch(url, { redirect: 'manual', headers: { origin } }),
      ),
    );
    expect(replies.map(({ headers }) => headers.get('access-control-allow-origin'))).toEqual([null, null]);
    const token = await fetch(`${login.issuer}/oauth2/token`, { method: 'POST', headers: { origin } });
    expect(token.headers.get('access-control-allow-credentials')).toBeNull();
  });
});
