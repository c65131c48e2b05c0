import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { Provider } from 'oidc-provider';
import type { Answer } from '../listen.ts';
import { isAccount } from './accounts.ts';
import { providerConfiguration } from './provider-configuration.ts';
import { signInPage } from './sign-in-page.ts';
import { signInStore } from './sign-in-store.ts';
import type { UserPoolClient } from './user-pool-client.ts';

/** Methods of Cognito's endpoints; the token and revocation endpoints answer preflights of CORS too. */
const endpointMethods: Record<string, readonly string[]> = {
  '/oauth2/authorize': ['GET'],
  '/oauth2/token': ['POST', 'OPTIONS'],
  '/oauth2/revoke': ['POST', 'OPTIONS'],
  '/logout': ['GET'],
};

/** Cognito's managed login and endpoints, with the demonstration accounts. */
export const signInService = (client: UserPoolClient) => {
  const { issuer } = client.signer;
  const store = signInStore({ graceSeconds: client.graceSeconds, clock: () => Date.now() });
  const provider = new Provider(issuer, providerConfiguration(client, store.adapter));
  const openidConnect = provider.callback();

  const answer: Answer = async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', issuer);
    if (endpointMethods[pathname]?.includes(request.method ?? '') === false) return refuse(response, 405);
    if (pathname === '/logout') return logOut(provider, client, searchParams, request, response);
    if (pathname.startsWith('/sign-in/')) return pickAccount(provider, request, response);
    return openidConnect(request, response);
  };
  return { answer, endAll: store.clear };
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

const pickAccount = async (provider: Provider, request: IncomingMessage, response: ServerResponse) => {
  if (request.method !== 'POST') {
    return response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      .end(signInPage(request.url ?? ''));
  }
  const accountId = new URLSearchParams(await text(request)).get('account') ?? '';
  if (!isAccount(accountId)) return refuse(response, 400);
  return provider.interactionFinished(request, response, { login: { accountId } });
};
