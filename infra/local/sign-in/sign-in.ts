import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { type Configuration, Provider } from 'oidc-provider';
import type { Answer } from '../listen.ts';
import { accountClaims, isAccount } from './accounts.ts';
import { signInPage } from './sign-in-page.ts';
import { signInStore } from './sign-in-store.ts';
import type { Signer } from './signing-key.ts';

const resource = 'urn:portal';
const dayInSeconds = 86_400;

/** Cognito's sign-in, with the demonstration accounts. */
export const signInService = (signer: Signer, callbackUrls: readonly string[]): Answer => {
  const provider = new Provider(signer.issuer, configuration(signer, callbackUrls));
  const openidConnect = provider.callback();
  return async (request, response) => {
    if (!request.url?.startsWith('/sign-in/')) return openidConnect(request, response);
    return pickAccount(provider, request, response);
  };
};

/** OpenID Connect as Cognito implements it: a public client, code with PKCE, access tokens as JWTs. */
const configuration = (signer: Signer, callbackUrls: readonly string[]): Configuration => ({
  adapter: signInStore(),
  clients: [
    {
      client_id: signer.clientId,
      token_endpoint_auth_method: 'none',
      redirect_uris: [...callbackUrls],
      grant_types: ['authorization_code'],
      response_types: ['code'],
    },
  ],
  // https://docs.aws.amazon.com/cognito/latest/developerguide/federation-endpoints.html
  routes: { authorization: '/oauth2/authorize', token: '/oauth2/token', userinfo: '/oauth2/userInfo' },
  jwks: { keys: [signer.privateKey] } as NonNullable<Configuration['jwks']>,
  scopes: signer.scope.split(' '),
  ttl: {
    Grant: dayInSeconds,
    Interaction: dayInSeconds,
    Session: dayInSeconds,
    AccessToken: signer.lifetimeSeconds,
    IdToken: signer.lifetimeSeconds,
  },
  pkce: { required: () => true },
  clientBasedCORS: () => true,
  cookies: { keys: [String(signer.privateKey.kid)] },
  findAccount: (_, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
  interactions: { url: (_, { uid }) => `/sign-in/${uid}` },
  async loadExistingGrant({ oidc }) {
    const grant = new oidc.provider.Grant({
      accountId: oidc.session?.accountId,
      clientId: String(oidc.client?.clientId),
    });
    grant.addOIDCScope(signer.scope);
    grant.addResourceScope(resource, signer.scope);
    await grant.save();
    return grant;
  },
  features: {
    devInteractions: { enabled: false },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => resource,
      useGrantedResource: () => true,
      getResourceServerInfo: () => ({
        scope: signer.scope,
        // The provider signs no JWT without an audience. Cognito names the client in `client_id`; API Gateway accepts both.
        audience: signer.clientId,
        accessTokenFormat: 'jwt',
        accessTokenTTL: signer.lifetimeSeconds,
        jwt: { sign: { alg: 'RS256' } },
      }),
    },
  },
  formats: {
    customizers: {
      jwt(_, token, { payload }) {
        Object.assign(payload, 'accountId' in token && accountClaims(token.accountId), {
          scope: signer.scope,
        });
      },
    },
  },
});

const pickAccount = async (provider: Provider, request: IncomingMessage, response: ServerResponse) => {
  if (request.method !== 'POST') {
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      .end(signInPage(request.url ?? ''));
    return;
  }
  const accountId = new URLSearchParams(await text(request)).get('account') ?? '';
  if (!isAccount(accountId)) {
    response.writeHead(400).end();
    return;
  }
  await provider.interactionFinished(request, response, { login: { accountId } });
};
