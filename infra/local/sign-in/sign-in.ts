import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { Provider } from 'oidc-provider';
import type { Answer } from '../listen.ts';
import type { PoolUser } from './pool-user.ts';
import type { PoolUsers } from './pool-users.ts';
import { providerConfiguration } from './provider-configuration.ts';
import { refusalPage, signInPage } from './sign-in-page.ts';
import { signInStore } from './sign-in-store.ts';
import type { UserPoolClient } from './user-pool-client.ts';

/** Methods of Cognito's endpoints; the token and revocation endpoints answer preflights of CORS too. */
const endpointMethods: Record<string, readonly string[]> = {
  '/oauth2/authorize': ['GET'],
  '/oauth2/token': ['POST', 'OPTIONS'],
  '/oauth2/revoke': ['POST', 'OPTIONS'],
  '/logout': ['GET'],
};

/** Called when a user has signed in, before there are tokens; the sign-in is refused when it fails. */
type OnSignedIn = (user: PoolUser) => Promise<unknown>;

/** Cognito's managed login and endpoints, for the users of the pool. */
export const signInService = (client: UserPoolClient, users: PoolUsers, onSignedIn: OnSignedIn) => {
  const { issuer } = client.signer;
  const store = signInStore({ graceSeconds: client.graceSeconds, clock: () => Date.now() });
  const provider = new Provider(issuer, providerConfiguration(client, users, store.adapter));
  const openidConnect = provider.callback();

  const answer: Answer = async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', issuer);
    if (endpointMethods[pathname]?.includes(request.method ?? '') === false) return refuse(response, 405);
    if (pathname === '/logout') return logOut(provider, client, searchParams, request, response);
    if (pathname.startsWith('/sign-in/')) return pickUser(provider, { users, onSignedIn }, request, response);
    return openidConnect(request, response);
  };
  return { answer, endAll: store.clear, endSessions: store.endRefreshTokens };
};

const refuse = (response: ServerResponse, status: 400 | 405) => response.writeHead(status).end();

/**
 * Ends the session of the login, and redirects to a registered address; tokens remain until they are revoked.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/logout-endpoint.html
 */
const logOut = async (
  provider: Provider,
  { signer, logoutUrls }: UserPoolClient,
  query: URLSearchParams,
  request: IncomingMessage,
  response: ServerResponse,
) => {
  const logoutUrl = query.get('logout_uri') ?? '';
  if (query.get('client_id') !== signer.clientId || !logoutUrls.includes(logoutUrl))
    return refuse(response, 400);
  const session = await provider.Session.get(provider.createContext(request, response));
  await session.destroy();
  return response.writeHead(302, { location: logoutUrl }).end();
};

const pickUser = async (
  provider: Provider,
  { users, onSignedIn }: { users: PoolUsers; onSignedIn: OnSignedIn },
  request: IncomingMessage,
  response: ServerResponse,
) => {
  const show = (status: 200 | 400, content: string) =>
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(content);
  if (request.method !== 'POST') return show(200, signInPage(request.url ?? '', users.all()));
  const user = users.find(new URLSearchParams(await text(request)).get('account') ?? '');
  if (!user) return refuse(response, 400);
  if (!user.isEnabled) return show(400, refusalPage('Tài khoản đã bị khóa.'));
  try {
    await onSignedIn(user);
  } catch {
    return show(400, refusalPage('Hàm chạy sau khi đăng nhập gặp lỗi.'));
  }
  // Choosing a password, which a first sign-in requires, confirms the account.
  users.put({ ...user, status: 'CONFIRMED' });
  return provider.interactionFinished(request, response, { login: { accountId: user.name } });
};
