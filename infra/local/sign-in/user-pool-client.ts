import * as z from 'zod/mini';
import type { Resolve } from '../template/resolve.ts';
import { type Template, theOnly } from '../template/template.ts';
import { createSigningKey, readSigner, type Signer, saveSigner } from './signing-key.ts';

const secondsIn = { seconds: 1, minutes: 60, hours: 3_600, days: 86_400 };
const unit = z.enum(['seconds', 'minutes', 'hours', 'days']);
const loopbackHosts = ['localhost', '127.0.0.1', '[::1]'];

/** Cognito compares addresses as they are, without wildcards, and takes http for the loopback alone (`infra/api/callbacks.ts`). */
const redirectUrl = z.url().check(
  z.refine((url) => {
    const { protocol, hostname, hash } = new URL(url);
    const isPermitted = protocol === 'https:' || (protocol === 'http:' && loopbackHosts.includes(hostname));
    return isPermitted && hash === '' && !url.includes('*');
  }, 'Cognito takes https without a fragment or wildcard, and http on this machine only'),
);

const client = z.object({
  AccessTokenValidity: z.int(),
  RefreshTokenValidity: z.int(),
  TokenValidityUnits: z.object({ AccessToken: unit, RefreshToken: unit }),
  ExplicitAuthFlows: z
    .array(z.string())
    .check(
      z.refine(
        (flows) => !flows.includes('ALLOW_REFRESH_TOKEN_AUTH'),
        'Cognito does not rotate refresh tokens with ALLOW_REFRESH_TOKEN_AUTH',
      ),
    ),
  RefreshTokenRotation: z.object({ Feature: z.literal('ENABLED'), RetryGracePeriodSeconds: z.int() }),
  EnableTokenRevocation: z.literal(true),
  AllowedOAuthFlows: z.tuple([z.literal('code')]),
  AllowedOAuthScopes: z.array(z.string()),
  CallbackURLs: z.array(redirectUrl),
  LogoutURLs: z.array(redirectUrl),
});

/** What the sign-in needs to know of the user pool's client. */
export type UserPoolClient = {
  signer: Signer;
  /** Seconds that a refresh token, and those that replace it, are valid. */
  refreshSeconds: number;
  /** Seconds that a refresh token remains valid after it was replaced. */
  graceSeconds: number;
  callbackUrls: readonly string[];
  logoutUrls: readonly string[];
};

type Local = {
  issuer: string;
  /** The portal's own origin, which takes the place of its domain. */
  portalUrl: string;
  dataDirectory: string | undefined;
  /** Seconds that access tokens are valid; the template's by default. */
  tokenLifetimeSeconds: number | undefined;
};

/** The user pool client of the template, with a signing key that a data directory keeps between starts. Throws for one that Cognito refuses. */
export const userPoolClient = async (
  template: Template,
  resolve: Resolve,
  { issuer, portalUrl, dataDirectory, tokenLifetimeSeconds }: Local,
): Promise<UserPoolClient> => {
  const { id, Properties } = theOnly(template, 'AWS::Cognito::UserPoolClient');
  const properties = client.parse(resolve(Properties));
  const { TokenValidityUnits: units } = properties;
  const stored = dataDirectory === undefined ? null : await readSigner(dataDirectory);
  const signer: Signer = {
    issuer,
    clientId: id,
    scope: properties.AllowedOAuthScopes.join(' '),
    lifetimeSeconds: tokenLifetimeSeconds ?? properties.AccessTokenValidity * secondsIn[units.AccessToken],
    privateKey: stored?.privateKey ?? (await createSigningKey()),
  };
  if (dataDirectory !== undefined) await saveSigner(dataDirectory, signer);
  const toLocal = (url: string) => (url.startsWith('https:') ? `${portalUrl}${new URL(url).pathname}` : url);
  return {
    signer,
    refreshSeconds: properties.RefreshTokenValidity * secondsIn[units.RefreshToken],
    graceSeconds: properties.RefreshTokenRotation.RetryGracePeriodSeconds,
    callbackUrls: properties.CallbackURLs.map(toLocal),
    logoutUrls: properties.LogoutURLs.map(toLocal),
  };
};
