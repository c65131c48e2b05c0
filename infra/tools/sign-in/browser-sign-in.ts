import * as oauth from 'oauth4webapi';
import { UserError } from '../../cli/user-error.ts';
import { isLoopback, type LoginSettings } from './login-settings.ts';
import { loopbackRedirect } from './loopback-redirect.ts';

type Options = {
  /** Loopback addresses that the user pool's client knows. */
  callbacks: readonly string[];
  /** Milliseconds that a person has to sign in. */
  timeoutMs: number;
  /** Shows the address that a person must open in a browser on this machine. */
  show: (url: string) => void;
};

/**
 * Signs a person in at a portal's managed login, by the authorization code grant with PKCE, and returns the access token. The refresh
 * token is forgotten. Throws a `UserError` when nobody signs in, or the sign-in is refused.
 */
export const browserSignIn = async (settings: LoginSettings, options: Options): Promise<string> => {
  const redirect = await loopbackRedirect(options.callbacks, options.timeoutMs);
  try {
    const grant = codeGrant(settings, redirect.callback);
    options.show(await grant.url());
    return await grant.exchange(await redirect.returned);
  } catch (error) {
    throw inSentence(error);
  } finally {
    redirect.close();
  }
};

/** One authorization code grant: the address at which it begins, and the exchange of the code for an access token. */
const codeGrant = ({ loginOrigin, issuer, clientId, scope }: LoginSettings, callback: string) => {
  const server: oauth.AuthorizationServer = {
    issuer,
    authorization_endpoint: `${loginOrigin}/oauth2/authorize`,
    token_endpoint: `${loginOrigin}/oauth2/token`,
  };
  const client: oauth.Client = { client_id: clientId };
  const state = oauth.generateRandomState();
  const verifier = oauth.generateRandomCodeVerifier();
  return {
    async url(): Promise<string> {
      const query = new URLSearchParams({
        response_type: 'code',
        client_id: clientId,
        redirect_uri: callback,
        scope,
        state,
        code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
      return `${server.authorization_endpoint}?${query}`;
    },
    async exchange(returned: URL): Promise<string> {
      const reply = await oauth.authorizationCodeGrantRequest(
        server,
        client,
        oauth.None(),
        oauth.validateAuthResponse(server, client, returned, state),
        callback,
        verifier,
        { [oauth.allowInsecureRequests]: isLoopback(loginOrigin) },
      );
      return (await oauth.processAuthorizationCodeResponse(server, client, reply)).access_token;
    },
  };
};

const inSentence = (error: unknown): unknown => {
  if (error instanceof oauth.AuthorizationResponseError || error instanceof oauth.ResponseBodyError) {
    const description = error.error_description ?? error.error;
    return new UserError(`The sign-in was refused: ${description}.`, { cause: error });
  }
  if (error instanceof oauth.OperationProcessingError) {
    const sentence = `The reply does not belong to this sign-in (${error.message}). Run the command again.`;
    return new UserError(sentence, { cause: error });
  }
  if (error instanceof TypeError && error.message === 'fetch failed') {
    return new UserError('The sign-in cannot be reached.', { cause: error });
  }
  return error;
};
