import { createHash, createHmac } from 'node:crypto';
import { expect } from 'vitest';
import type { ProxyRequest } from '../../infra/local/http-proxy.ts';

const sha256 = (text: string | Buffer) => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();

/**
 * The signature that a POST to `/` should have, from what its Authorization header names:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
const expectedSignature = ({ headers, body }: ProxyRequest, secretAccessKey: string) => {
  const [, scope = '', signed = '', signature = ''] =
    /Credential=[^/]+\/([^,]+), ?SignedHeaders=([^,]+), ?Signature=(\w+)/.exec(headers.authorization ?? '') ??
    [];
  const canonicalHeaders = signed.split(';').map((name) => `${name}:${String(headers[name]).trim()}\n`);
  const request = ['POST', '/', '', canonicalHeaders.join(''), signed, sha256(body)].join('\n');
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, sha256(request)].join('\n');
  const key = scope.split('/').reduce<string | Buffer>(hmac, `AWS4${secretAccessKey}`);
  return { signature, expected: hmac(key, text).toString('hex'), signed: signed.split(';'), scope };
};

/** Expects of two requests, of our client and of the SDK, that both are signed rightly and ask for the same. */
export const expectSameRequests = (requests: readonly ProxyRequest[], secretAccessKey: string) => {
  const [own, sdk] = requests.map((request) => expectedSignature(request, secretAccessKey));
  expect(sdk?.signature).toBe(sdk?.expected);
  expect(own?.signature).toBe(own?.expected);
  expect(own?.scope).toBe(sdk?.scope);
  expect(own?.signed).toEqual(
    expect.arrayContaining(['host', 'x-amz-date', 'x-amz-security-token', 'x-amz-target']),
  );
  const sent = requests.map(({ body, headers }) => [JSON.parse(String(body)), headers['x-amz-target']]);
  expect(sent[0]).toEqual(sent[1]);
};
