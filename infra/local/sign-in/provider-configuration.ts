import { type AdapterFactory, type Configuration, errors } from 'oidc-provider';
import { userClaims } from './accounts.ts';
import type { PoolUsers } from './pool-users.ts';
import type { UserPoolClient } from './user-pool-client.ts';

const resource = 'urn:portal';
/** https://docs.aws.amazon.com/cognito/latest/developerguide/authorization-endpoint.html */
const codeSeconds = 300;
/** The managed login's own session, by a cookie; it cannot be set: https://repost.aws/knowledge-center/cognito-logout-endpoint-globalsignoutapi */
const sessionSeconds = 3_600;

const epochSeconds = () => Math.floor(Date.now() / 1000);

/** OAuth as Cognito implements it: a public client, code with PKCE, access tokens as JWTs, refresh tokens that rotate. */
export const providerConfiguration = (
  { signer, refreshSeconds, callbackUrls }: UserPoolClient,
  users: PoolUsers,
  adapter: AdapterFactory,
): Configuration => ({
  adapter,
  clients: [
    {
      client_id: signer.clientId,
      token_endpoint_auth_method: 'none',
      redirect_uris: [...callbackUrls],
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
    },
  ],
  // https://docs.aws.amazon.com/cognito/latest/developerguide/federation-endpoints.html
  routes: {
    authorization: '/oauth2/authorize',
    token: '/oauth2/token',
    userinfo: '/oauth2/userInfo',
    revocation: '/oauth2/revoke',
  },
  jwks: { keys: [signer.privateKey] } as NonNullable<Configuration['jwks']>,
  scopes: signer.scope.split(' '),
  ttl: {
    Grant: codeSeconds + refreshSeconds,
    Interaction: sessionSeconds,
    // Whatever is done in it, a session ends an hour after the sign-in.
    Session: (_, { loginTs }) =>
      loginTs === undefined ? sessionSeconds : Math.max(1, loginTs + sessionSeconds - epochSeconds()),
    AuthorizationCode: codeSeconds,
    // The token that replaces another ends when that would have.
    RefreshToken: ({ oidc }) => oidc.entities.RotatedRefreshToken?.remainingTTL ?? refreshSeconds,
    AccessToken: signer.lifetimeSeconds,
  },
  pkce: { required: () => true },
  allowOmittingSingleRegisteredRedirectUri: false,
  extraParams: {
    // The provider would ignore an unknown scope.
    scope(_, scope = '') {
      const unknown = scope.split(' ').find((name) => !signer.scope.split(' ').includes(name));
      if (unknown !== undefined) throw new errors.InvalidScope('unknown scope', unknown);
    },
  },
  issueRefreshToken: async () => true,
  rotateRefreshToken: true,
  // A refresh token outlives the session of the login, and `/logout` too.
  expiresWithSession: async () => false,
  clientBasedCORS: () => true,
  cookies: { keys: [String(signer.privateKey.kid)] },
  renderError(context, { error, error_description }) {
    context.type = 'text';
    context.body = `${error}: ${error_description}`;
  },
  // Who was disabled gets no token, by a code or by a refresh token.
  findAccount: (_, accountId) =>
    users.find(accountId)?.isEnabled ? { accountId, claims: () => ({ sub: accountId }) } : undefined,
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
    rpInitiatedLogout: { enabled: false },
    revocation: { enabled: true, allowedPolicy: (_, client, token) => token.clientId === client.clientId },
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
        const user = 'accountId' in token ? users.find(token.accountId) : undefined;
        if (user) Object.assign(payload, userClaims(user));
      },
    },
  },
});
