import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { HttpResponse } from '../../../infra/local/api/http-event.ts';
import { compressor } from '../../../infra/local/edge/compress.ts';

const html = (text: string, status = 200): HttpResponse => ({
  status,
  headers: { 'content-type': 'text/html' },
  body: Buffer.from(text),
});
const page = 'phường '.repeat(1_000);

test.each([
  ['gzip, deflate, br', 'br', brotliDecompressSync],
  ['gzip', 'gzip', gunzipSync],
] as const)('compresses a page for %s', async (accepted, encoding, decompress) => {
  const { headers, body } = await compressor()(html(page), accepted);
  expect(headers).toMatchObject({ 'content-encoding': encoding, vary: 'Accept-Encoding' });
  expect(decompress(body).toString()).toBe(page);
});

test('compresses a body that is cached once', async () => {
  const compress = compressor();
  const cached = html(page);
  const [first, second] = await Promise.all([compress(cached, 'br'), compress({ ...cached }, 'br')]);
  expect(second.body).toBe(first.body);
  expect((await compress(cached, 'gzip')).headers['content-encoding']).toBe('gzip');
});

test.each([
  ['a short page', html('ngắn'), 'br'],
  ['an error of the server', html(page, 500), 'br'],
  ['a picture', { ...html(page), headers: { 'content-type': 'image/webp' } }, 'br'],
  ['a browser that does not ask', html(page), ''],
])('leaves %s as it is', async (_, reply, accepted) => {
  expect(await compressor()(reply, accepted)).toBe(reply);
});
