import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose';
import type { Claims } from './http-event.ts';

export type AuthorizerSettings = {
  issuer: string;
  audience: readonly string[];
  keys: JSONWebKeySet;
};
/** A verified caller, or the status of API Gateway's refusal. */
export type Authorized = { claims: Claims; scopes: string[] } | { refusal: 401 | 403 };

/**
 * The JWT authorizer of an HTTP API: signature, issuer, times, `aud` or else `client_id`, and one of the route's scopes.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html
 */
export const jwtAuthorizer = ({ issuer, audience, keys }: AuthorizerSettings) => {
  const keySet = createLocalJWKSet(keys);

  return async (header: string | undefined, scopes: readonly string[], now: Date): Promise<Authorized> => {
    const token = header?.replace(/^Bearer /i, '') ?? '';
    const claims = await jwtVerify(token, keySet, { issuer, algorithms: ['RS256'], currentDate: now }).then(
      ({ payload }) => payload,
      () => null,
    );
    if (!claims?.exp) return { refusal: 401 };
    const audiences = claims.aud === undefined ? [claims.client_id] : [claims.aud].flat();
    if (!audiences.some((name) => audience.includes(String(name)))) return { refusal: 401 };
    const held = String(claims.scope ?? claims.scp ?? '').split(' ');
    if (scopes.length > 0 && !scopes.some((scope) => held.includes(scope))) return { refusal: 403 };
    return { claims, scopes: held };
  };
};
