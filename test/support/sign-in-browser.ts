import { createHash, randomBytes } from 'node:crypto';
import type { Signer } from '../../infra/local/sign-in/signing-key.ts';

export type Tokens = { access_token: string; refresh_token: string; expires_in: number; error?: string };
type Login = Pick<Signer, 'issuer' | 'clientId' | 'scope'>;

const challengeOf = (verifier: string) => createHash('sha256').update(verifier).digest('base64url');

/** An address of the authorize endpoint. */
export const authorizeUrl = ({ issuer, clientId, scope }: Login, parameters: Record<string, string>) => {
  const query = new URLSearchParams({
    client_id: clientId,
    response_type: 'code',
    scope,
    code_challenge_method: 'S256',
    ...parameters,
  });
  return `${issuer}/oauth2/authorize?${query}`;
};

/** A minimal browser: keeps the cookies of one site, and follows no redirect by itself. */
export const minimalBrowser = () => {
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
export type MinimalBrowser = ReturnType<typeof minimalBrowser>;

/** Opens an address of the authorize endpoint and picks an account where it is asked for one. Returns where that leads. */
export const signInAt = async (go: MinimalBrowser, url: string, account: string): Promise<string> => {
  const asked = await go(url);
  if (!new URL(asked.location).pathname.startsWith('/sign-in/')) return asked.location;
  const picked = await go(asked.location, { method: 'POST', body: new URLSearchParams({ account }) });
  return (await go(picked.location)).location;
};

/** A request of the token or the revocation endpoint. */
export const postForm = (
  { issuer, clientId }: Login,
  endpoint: 'token' | 'revoke',
  fields: Record<string, string>,
) =>
  fetch(`${issuer}/oauth2/${endpoint}`, {
    method: 'POST',
    body: new URLSearchParams({ client_id: clientId, ...fields }),
  });

/** The code of a new sign-in, with what its exchange needs. */
export const newCode = async (login: Login, redirectUri: string, account: string, go = minimalBrowser()) => {
  const verifier = randomBytes(32).toString('base64url');
  const url = authorizeUrl(login, { redirect_uri: redirectUri, code_challenge: challengeOf(verifier) });
  const code = new URL(await signInAt(go, url, account)).searchParams.get('code') ?? '';
  return { grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier: verifier };
};

/** The tokens of a new sign-in. */
export const newTokens = async (login: Login, redirectUri: string, account: string, go = minimalBrowser()) =>
  (await (await postForm(login, 'token', await newCode(login, redirectUri, account, go))).json()) as Tokens;
