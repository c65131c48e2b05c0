import { randomUUID } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, importJWK, type JSONWebKeySet, type JWK, SignJWT } from 'jose';
import { userClaims } from './accounts.ts';
import type { PoolUser } from './pool-user.ts';

/** The issuer of tokens, with everything that is needed to make one. */
export type Signer = {
  issuer: string;
  clientId: string;
  scope: string;
  lifetimeSeconds: number;
  privateKey: JWK;
};

const algorithm = 'RS256';

/** A new RSA signing key. */
export const createSigningKey = async (): Promise<JWK> => {
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
  return { ...(await exportJWK(privateKey)), kid: randomUUID(), alg: algorithm, use: 'sig' };
};

/** The public half, as a JWKS. */
export const publicKeys = ({ kty, n, e, kid, alg, use }: JWK): JSONWebKeySet =>
  ({ keys: [{ kty, n, e, kid, alg, use }] }) as JSONWebKeySet;

/** An access token like Cognito's for a user. */
export const signAccessToken = async (
  { issuer, clientId, scope, lifetimeSeconds, privateKey }: Signer,
  user: PoolUser,
  now = new Date(),
): Promise<string> => {
  const issuedAt = Math.floor(now.getTime() / 1000);
  return new SignJWT({ ...userClaims(user), client_id: clientId, scope })
    .setProtectedHeader({ alg: algorithm, kid: String(privateKey.kid) })
    .setIssuer(issuer)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + lifetimeSeconds)
    .setJti(randomUUID())
    .sign(await importJWK(privateKey, algorithm));
};

const fileIn = (dataDirectory: string) => join(dataDirectory, 'signer.json');

/** The signer of a data directory; null when it has none. */
export const readSigner = async (dataDirectory: string): Promise<Signer | null> => {
  try {
    return JSON.parse(await readFile(fileIn(dataDirectory), 'utf8')) as Signer;
  } catch {
    return null;
  }
};

/** Saves the signer, readable by its owner alone, so that tokens outlive a restart and `npm run token` can make them. */
export const saveSigner = async (dataDirectory: string, signer: Signer) => {
  await mkdir(dataDirectory, { recursive: true });
  await writeFile(fileIn(dataDirectory), JSON.stringify(signer), { mode: 0o600 });
};
