import { createHmac, generateKeyPairSync } from 'node:crypto';
import { exportJWK, importJWK, SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { publicKeys } from '../../../infra/local/sign-in/signing-key.ts';
import { routes } from '../../../shared/routes.ts';
import { useSharedPortal } from '../../support/use-portal.ts';

const portal = await useSharedPortal();
const { signer } = portal;
const id = '01kb0000000000000000000000';

const adminRoutes = routes
  .filter(({ access }) => access === 'staff')
  .map(({ route }) => route.replace('{id}', id).replace('{version}', '1').split(' ') as [string, string]);

const now = Math.floor(Date.now() / 1000);
const goodClaims = {
  sub: 'editor',
  username: 'editor',
  token_use: 'access',
  'cognito:groups': ['editor'],
  client_id: signer.clientId,
  scope: signer.scope,
  iss: signer.issuer,
  iat: now,
  exp: now + 600,
};

/** A staff token except for some claims or header fields, signed with its key or another. */
const tokenWith = async (claims: Record<string, unknown>, key = signer.privateKey, header = {}) =>
  new SignJWT({ ...goodClaims, ...claims })
    .setProtectedHeader({ alg: 'RS256', kid: String(signer.privateKey.kid), ...header })
    .sign(await importJWK(key, 'RS256'));

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const unsigned = `${part({ alg: 'none', typ: 'JWT' })}.${part(goodClaims)}.`;

/** The known algorithm confusion: the public key used as a shared secret. */
const signedWithPublicKey = () => {
  const head = `${part({ alg: 'HS256', kid: signer.privateKey.kid })}.${part(goodClaims)}`;
  const secret = JSON.stringify(publicKeys(signer.privateKey));
  return `${head}.${createHmac('sha256', secret).update(head).digest('base64url')}`;
};

const foreignPair = generateKeyPairSync('rsa', { modulusLength: 2048 });
const foreignKey = await exportJWK(foreignPair.privateKey);
const foreignPublicKey = await exportJWK(foreignPair.publicKey);
const good = await tokenWith({});

/** What an ID token has instead of a client and a scope. */
const idTokenClaims = { token_use: 'id', client_id: undefined, scope: undefined };

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const call = (method: string, path: string, headers: Record<string, string>) =>
  fetch(portal.url + path, {
    method,
    headers: { 'content-type': 'application/json', 'if-match': '"1"', ...headers },
    ...(method === 'GET' ? {} : { body: '{}' }),
  });

const unauthorized: [string, Record<string, string>][] = [
  ['no token', {}],
  ['an empty token', { authorization: '' }],
  ['a word for a token', bearer('editor')],
  ['another scheme', { authorization: `Basic ${Buffer.from('admin:admin').toString('base64')}` }],
  ['an expired token', bearer(await tokenWith({ iat: now - 7200, exp: now - 3600 }))],
  ['a token of tomorrow', bearer(await tokenWith({ nbf: now + 86_400 }))],
  ['a token that never expires', bearer(await tokenWith({ exp: undefined }))],
  ['the token of another issuer', bearer(await tokenWith({ iss: 'https://elsewhere.example' }))],
  ['the token of another client', bearer(await tokenWith({ client_id: 'other' }))],
  ['a token for another audience', bearer(await tokenWith({ aud: 'other' }))],
  ['an unsigned token', bearer(unsigned)],
  ['a token signed with the public key', bearer(signedWithPublicKey())],
  ['a token signed with a foreign key', bearer(await tokenWith({}, foreignKey))],
  [
    'a token that brings its own key',
    bearer(await tokenWith({}, foreignKey, { kid: 'foreign', jwk: foreignPublicKey })),
  ],
  [
    'a token that says where its key is',
    bearer(await tokenWith({}, foreignKey, { jku: 'http://127.0.0.1:9/keys.json' })),
  ],
  ['a token with a path for a key id', bearer(await tokenWith({}, foreignKey, { kid: '../../dev/null' }))],
  ['the ID token of a user', bearer(await tokenWith({ ...idTokenClaims, aud: 'other' }))],
  ['a token in pieces', bearer(good.replaceAll('.', '..'))],
  ['a token with more after it', bearer(`${good}.${part(goodClaims)}`)],
  ['two tokens', bearer(`${good}, Bearer ${good}`)],
  [
    'a token whose claims were changed',
    bearer(good.replace(/\.[^.]+\./, `.${part({ ...goodClaims, sub: 'x' })}.`)),
  ],
];

describe.each(adminRoutes)('%s %s', (method, path) => {
  test.each(unauthorized)('refuses %s without details', async (_, headers) => {
    const reply = await call(method, path, headers);
    expect([reply.status, await reply.text()]).toEqual([401, '{"message":"Unauthorized"}']);
  });

  test.each([
    ['without the staff scope', { scope: 'openid profile' }],
    ['whose scope only holds the name of ours', { scope: 'portal/staff-2 xportal/staff' }],
    ['that is the ID token of our client', { ...idTokenClaims, aud: signer.clientId }],
  ])('refuses a token %s', async (_, claims) => {
    const reply = await call(method, path, bearer(await tokenWith(claims)));
    expect([reply.status, await reply.text()]).toEqual([403, '{"message":"Forbidden"}']);
  });

  test.each([
    ['of no group', { 'cognito:groups': undefined }],
    ['of an empty group', { 'cognito:groups': [] }],
    ['of a group that is none of ours', { 'cognito:groups': ['reader'] }],
    ['of a group whose name holds one of ours', { 'cognito:groups': ['not-admin', 'editors'] }],
  ])('refuses a token %s', async (_, claims) => {
    const reply = await call(method, path, bearer(await tokenWith(claims)));
    expect([reply.status, await reply.json()]).toEqual([403, expect.objectContaining({ code: 'forbidden' })]);
  });
});

test('accepts a valid token', async () => {
  expect((await call('GET', '/api/admin/articles', bearer(good))).status).toBe(200);
});

test('takes the widest of several roles', async () => {
  const token = await tokenWith({ 'cognito:groups': ['author', 'admin'] });
  const reply = await call('PUT', '/api/admin/settings', bearer(token));
  expect(reply.status).not.toBe(403);
});
