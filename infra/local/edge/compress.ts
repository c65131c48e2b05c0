import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import type { HttpResponse } from '../api/http-event.ts';

/** Types that CloudFront compresses: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/ServingCompressedFiles.html */
const compressible =
  /^(text\/(html|css|plain|xml|javascript)|application\/(json|xml|rss\+xml|javascript)|image\/svg\+xml)/;
const smallestBytes = 1_000;
const largestBytes = 10_000_000;
const statuses = [200, 403, 404];

/** Compresses a reply for a browser that accepts it, brotli before gzip. */
export const compress = async (reply: HttpResponse, acceptEncoding = ''): Promise<HttpResponse> => {
  const { status, headers, body } = reply;
  const isWorthIt = body.length >= smallestBytes && body.length <= largestBytes && statuses.includes(status);
  const type = String(headers['content-type'] ?? '');
  const encoding = /\bbr\b/.test(acceptEncoding) ? 'br' : /\bgzip\b/.test(acceptEncoding) ? 'gzip' : null;
  if (!isWorthIt || !encoding || headers['content-encoding'] || !compressible.test(type)) return reply;
  const bytes = await promisify(encoding === 'br' ? brotliCompress : gzip)(body);
  return {
    status,
    headers: { ...headers, 'content-encoding': encoding, vary: 'Accept-Encoding' },
    body: bytes,
  };
};
