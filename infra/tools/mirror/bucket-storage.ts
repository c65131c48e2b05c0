import {
  DeleteObjectCommand,
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type { MirrorStorage } from './mirror.ts';

/** Cached for a minute only: the edge should soon ask for the real page again. */
const CacheControl = 'public, max-age=0, s-maxage=60';

/**
 * A page with its content security policy, which S3 cannot send, in a `<meta>`: there a directive on frames is an error. The edge says who may
 * frame it. https://www.w3.org/TR/CSP3/#meta-element
 */
const withPolicy = (html: string, policy: string): string => {
  const directives = policy.split('; ').filter((directive) => !directive.startsWith('frame-ancestors'));
  const meta = `<meta http-equiv="content-security-policy" content="${directives.join('; ')}"/>`;
  return html.replace('<meta charset="utf-8"/>', `$&${meta}`);
};

/** The mirror bucket. Keys are paths, as CloudFront requests them when it fails over. */
export const bucketStorage = (Bucket: string, s3 = new S3Client({})): MirrorStorage => ({
  // S3 ignores query strings: of a list it has the first page.
  keyOf: (path) => (path.includes('?') ? null : path === '/' ? 'index.html' : path.slice(1)),
  transformHtml: withPolicy,
  async read(Key) {
    try {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
      return (await Body?.transformToString()) ?? null;
    } catch (error) {
      if (error instanceof NoSuchKey) return null;
      throw error;
    }
  },
  write: (Key, Body, ContentType) =>
    s3.send(new PutObjectCommand({ Bucket, Key, Body, ContentType, CacheControl })),
  remove: (Key) => s3.send(new DeleteObjectCommand({ Bucket, Key })),
});
