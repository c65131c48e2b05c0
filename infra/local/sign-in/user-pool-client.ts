import * as z from 'zod/mini';
import type { Resolve } from '../template/resolve.ts';
import { type Template, theOnly } from '../template/template.ts';
import { createSigningKey, readSigner, type Signer, saveSigner } from './signing-key.ts';

const secondsIn = { seconds: 1, minutes: 60, hours: 3_600, days: 86_400 };
const client = z.object({
  AccessTokenValidity: z.int(),
  TokenValidityUnits: z.object({ AccessToken: z.enum(['seconds', 'minutes', 'hours', 'days']) }),
  AllowedOAuthFlows: z.tuple([z.literal('code')]),
  AllowedOAuthScopes: z.array(z.string()),
  CallbackURLs: z.array(z.string()),
});

/** The user pool client of the template, with a signing key that a data directory keeps between starts. */
export const userPoolClient = async (
  template: Template,
  resolve: Resolve,
  { issuer, dataDirectory }: { issuer: string; dataDirectory: string | undefined },
): Promise<{ signer: Signer; callbackUrls: string[] }> => {
  const { id, Properties } = theOnly(template, 'AWS::Cognito::UserPoolClient');
  const properties = client.parse(resolve(Properties));
  const stored = dataDirectory === undefined ? null : await readSigner(dataDirectory);
  const signer: Signer = {
    issuer,
    clientId: id,
    scope: properties.AllowedOAuthScopes.join(' '),
    lifetimeSeconds: properties.AccessTokenValidity * secondsIn[properties.TokenValidityUnits.AccessToken],
    privateKey: stored?.privateKey ?? (await createSigningKey()),
  };
  if (dataDirectory !== undefined) await saveSigner(dataDirectory, signer);
  return { signer, callbackUrls: properties.CallbackURLs };
};
