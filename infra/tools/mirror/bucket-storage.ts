import {
  DeleteObjectCommand,
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type { Storage } from './storage.ts';

/** The TTL of a mirrored page at the edge: short, so that the real one is tried again soon. */
const CacheControl = 'public, max-age=0, s-maxage=60';

/** The mirror bucket: each page under its own address, because the distribution requests nothing else. */
export const bucketStorage = (Bucket: string, s3 = new S3Client({})): Storage => ({
  // A bucket ignores queries: of a list it has the first page.
  nameOf: (address) => (address.includes('?') ? null : address === '/' ? 'index.html' : address.slice(1)),
  pageOf: (html) => html,
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
