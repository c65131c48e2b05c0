import { createHash, randomBytes } from 'node:crypto';
import { decodeJwt } from 'jose';
import { expect, test } from 'vitest';
import { usePortal } from '../../support/use-portal.ts';

const portal = await usePortal();
const redirect = `${portal.url}/quan-tri/`;

/** A minimal browser: follows redirects on its own site and keeps cookies. */
const browser = () => {
  const cookies = new Map<string, string>();
  return async (url: string, init: RequestInit = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const reply = await fetch(url, { redirect: 'manual', ...init, headers: { cookie } });
    for (const set of reply.headers.getSetCookie()) {
      const [pair = ''] = set.split(';');
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    const location = reply.headers.get('location');
    return { reply, location: location === null ? '' : new URL(location, url).href };
  };
};

const authorize = (parameters: Record<string, string> = {}) => {
  const query = new URLSearchParams({
    client_id: portal.signer.clientId,
    response_type: 'code',
    scope: 'openid portal/staff',
    redirect_uri: redirect,
    code_challenge_method: 'S256',
    ...parameters,
  });
  return `${portal.signer.issuer}/oauth2/authorize?${query}`;
};

test('signs an editor in by code with PKCE, with a token for the admin API', async () => {
  const verifier = randomBytes(32).toString('base64url');
  const go = browser();
  const code_challenge = createHash('sha256').update(verifier).digest('base64url');
  const asked = await go(authorize({ code_challenge }));
  const page = await go(asked.location);
  expect(await page.reply.text()).toContain('Đăng nhập thử');
  const picked = await go(asked.location, {
    method: 'POST',
    body: new URLSearchParams({ account: 'editor' }),
  });
  const back = await go(picked.location);
  const code = new URL(back.location).searchParams.get('code') ?? '';
  expect(back.location).toMatch(new RegExp(`^${RegExp.escape(redirect)}`));

  const grant = { grant_type: 'authorization_code', code, redirect_uri: redirect, code_verifier: verifier };
  const tokens = await fetch(`${portal.signer.issuer}/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({ ...grant, client_id: portal.signer.clientId }),
  });
  const { access_token } = (await tokens.json()) as { access_token: string };
  expect(decodeJwt(access_token)).toMatchObject({
    username: 'editor',
    client_id: portal.signer.clientId,
    token_use: 'access',
    'cognito:groups': ['editor'],
  });
  const office = await fetch(`${portal.url}/api/admin/articles`, {
    headers: { authorization: `Bearer ${access_token}` },
  });
  expect(office.status).toBe(200);
});

test('refuses a sign-in without PKCE', async () => {
  const { location } = await browser()(authorize());
  expect(location).toContain('error=invalid_request');
});

test('refuses an unknown account', async () => {
  const go = browser();
  const asked = await go(authorize({ code_challenge: 'x'.repeat(43) }));
  const picked = await go(asked.location, { method: 'POST', body: new URLSearchParams({ account: 'root' }) });
  expect(picked.reply.status).toBe(400);
});
