import {
  DeleteObjectCommand,
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type { Storage } from './storage.ts';

/** Seconds that the edge keeps a page of the mirror: it should ask for the real one soon. */
const CacheControl = 'public, max-age=0, s-maxage=60';

/** The bucket of the second home: each page under its own address, for the distribution asks for nothing else. */
export const bucket = (Bucket: string, s3 = new S3Client({})): Storage => ({
  // A bucket does not look at queries: of a list it has the first page.
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
