import * as oauth from 'oauth4webapi';
import type { ConsoleSettings } from '../../settings.ts';

/** Tokens of a session. They stay in memory. */
export type Tokens = { accessToken: string; refreshToken: string; expiresAtMs: number };

/** What must be remembered between leaving for the sign-in and coming back. */
export type SignInRequest = { state: string; verifier: string };

type Settings = Pick<ConsoleSettings, 'loginOrigin' | 'issuer' | 'clientId' | 'scope'>;
type Dependencies = { settings: Settings; redirectUri: string; clock: () => Date };

/**
 * The authorization code grant with PKCE at the user pool's managed login, by a public client. Every method but the addresses throws
 * `oauth.ResponseBodyError` or `oauth.AuthorizationResponseError` for a refusal, and a TypeError when no reply came.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/federation-endpoints.html
 */
export const oauthClient = ({ settings, redirectUri, clock }: Dependencies) => {
  const { loginOrigin, issuer, clientId, scope } = settings;
  const server: oauth.AuthorizationServer = {
    issuer,
    authorization_endpoint: `${loginOrigin}/oauth2/authorize`,
    token_endpoint: `${loginOrigin}/oauth2/token`,
    revocation_endpoint: `${loginOrigin}/oauth2/revoke`,
  };
  const client: oauth.Client = { client_id: clientId };
  const authentication = oauth.None();
  // The runner signs in by http on this machine.
  const options = { [oauth.allowInsecureRequests]: loginOrigin.startsWith('http://127.0.0.1:') };

  const toTokens = (reply: oauth.TokenEndpointResponse, refreshToken = ''): Tokens => ({
    accessToken: reply.access_token,
    refreshToken: reply.refresh_token ?? refreshToken,
    expiresAtMs: clock().getTime() + (reply.expires_in ?? 0) * 1000,
  });

  return {
    /** A new request, and the address to send the browser to. */
    async begin(): Promise<{ request: SignInRequest; url: string }> {
      const request = { state: oauth.generateRandomState(), verifier: oauth.generateRandomCodeVerifier() };
      const url = new URL(`${loginOrigin}/oauth2/authorize`);
      url.search = new URLSearchParams({
        response_type: 'code',
        client_id: clientId,
        redirect_uri: redirectUri,
        scope,
        state: request.state,
        code_challenge: await oauth.calculatePKCECodeChallenge(request.verifier),
        code_challenge_method: 'S256',
      }).toString();
      return { request, url: url.href };
    },

    /** Exchanges the code in the address to which the browser came back. */
    async finish(returned: URL, { state, verifier }: SignInRequest): Promise<Tokens> {
      const parameters = oauth.validateAuthResponse(server, client, returned, state);
      const reply = await oauth.authorizationCodeGrantRequest(
        server,
        client,
        authentication,
        parameters,
        redirectUri,
        verifier,
        options,
      );
      return toTokens(await oauth.processAuthorizationCodeResponse(server, client, reply));
    },

    /** New tokens for a refresh token, which the server may have replaced. */
    async refresh(refreshToken: string): Promise<Tokens> {
      const reply = await oauth.refreshTokenGrantRequest(
        server,
        client,
        authentication,
        refreshToken,
        options,
      );
      return toTokens(await oauth.processRefreshTokenResponse(server, client, reply), refreshToken);
    },

    /** Ends what a refresh token has begun. */
    async revoke(refreshToken: string): Promise<void> {
      await oauth.processRevocationResponse(
        await oauth.revocationRequest(server, client, authentication, refreshToken, options),
      );
    },

    /** Ends the managed login's own session, and leads back here. https://docs.aws.amazon.com/cognito/latest/developerguide/logout-endpoint.html */
    logoutUrl: `${loginOrigin}/logout?${new URLSearchParams({ client_id: clientId, logout_uri: redirectUri })}`,
  };
};
export type OauthClient = ReturnType<typeof oauthClient>;

/** Whether the server refused, rather than not answered. */
export const isRefusal = (error: unknown): boolean =>
  error instanceof oauth.ResponseBodyError || error instanceof oauth.AuthorizationResponseError;
