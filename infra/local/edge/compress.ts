import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { HttpResponse } from '../api/http-event.ts';

/** Types that CloudFront compresses: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/ServingCompressedFiles.html */
const compressible =
  /^(text\/(html|css|plain|xml|javascript)|application\/(json|xml|rss\+xml|javascript)|image\/svg\+xml)/;
const smallestBytes = 1_000;
const largestBytes = 10_000_000;
const statuses = [200, 403, 404];

type Encoding = 'br' | 'gzip';

/** AWS names no quality. Brotli's 5 is what servers compress with while a reader waits. */
const encoders: Record<Encoding, (body: Buffer) => Promise<Buffer>> = {
  br: (body) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (body) => promisify(gzip)(body),
};

/** Compresses replies for browsers that accept it, brotli before gzip. A body that the cache holds is compressed once. */
export const compressor = () => {
  const compressed = new WeakMap<Buffer, Partial<Record<Encoding, Promise<Buffer>>>>();

  const encode = (body: Buffer, encoding: Encoding): Promise<Buffer> => {
    const known = compressed.get(body) ?? {};
    compressed.set(body, known);
    known[encoding] ??= encoders[encoding](body);
    return known[encoding];
  };

  return async (reply: HttpResponse, acceptEncoding = ''): Promise<HttpResponse> => {
    const { status, headers, body } = reply;
    const isWorthIt =
      body.length >= smallestBytes && body.length <= largestBytes && statuses.includes(status);
    const type = String(headers['content-type'] ?? '');
    const encoding = /\bbr\b/.test(acceptEncoding) ? 'br' : /\bgzip\b/.test(acceptEncoding) ? 'gzip' : null;
    if (!isWorthIt || !encoding || headers['content-encoding'] || !compressible.test(type)) return reply;
    return {
      status,
      headers: { ...headers, 'content-encoding': encoding, vary: 'Accept-Encoding' },
      body: await encode(body, encoding),
    };
  };
};
