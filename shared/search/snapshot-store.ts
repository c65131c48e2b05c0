import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { PortalError } from '../errors.ts';

/** A snapshot of 100,000 articles has some 200 MB. */
const uploadTimeoutMs = 120_000;

const connectS3 = () =>
  new S3Client({
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 8000, throwOnRequestTimeout: true },
  });

/** The snapshots of a site's index in the bucket. Throws `unavailable` when S3 does not answer. */
export const snapshotStore = (bucket: string, siteId: string, s3 = connectS3()) => {
  /** Calls S3; null when it has no such object. */
  const send = async <T>(call: () => Promise<T>): Promise<T | null> => {
    try {
      return await call();
    } catch (error) {
      if (error instanceof NoSuchKey || error instanceof NotFound) return null;
      throw unavailable(error);
    }
  };

  return {
    /** The key of a new snapshot. `id` keeps the keys of two compactors that write the same sequence apart. */
    newKey: (sequence: number, id: string) =>
      `snapshots/${siteId}/${String(sequence).padStart(8, '0')}-${id}`,

    /** The bytes of a snapshot as a stream; null when it does not exist. */
    async read(key: string): Promise<Readable | null> {
      const reply = await send(() => s3.send(new GetObjectCommand({ Bucket: bucket, Key: key })));
      return reply && Readable.from(chunksOf(reply.Body));
    },

    /** The ETag of a snapshot; null when it does not exist. */
    async getEtag(key: string): Promise<string | null> {
      const reply = await send(() => s3.send(new HeadObjectCommand({ Bucket: bucket, Key: key })));
      return reply?.ETag ?? null;
    },

    /** Writes a snapshot and returns its ETag. */
    async write(key: string, body: Uint8Array): Promise<string> {
      const command = new PutObjectCommand({
        Bucket: bucket,
        Key: key,
        Body: body,
        ContentType: 'application/gzip',
      });
      const reply = await send(() => s3.send(command, { requestTimeout: uploadTimeoutMs }));
      return reply?.ETag ?? '';
    },

    async remove(key: string): Promise<void> {
      await send(() => s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: key })));
    },
  };
};

/** The chunks of an object's body. A connection that breaks off is `unavailable`, not a damaged object. */
async function* chunksOf(body: unknown): AsyncGenerator<Uint8Array> {
  if (!(body instanceof Readable)) return;
  try {
    yield* body;
  } catch (error) {
    throw unavailable(error);
  }
}

const unavailable = (cause: unknown) =>
  new PortalError('unavailable', 'The bucket did not answer', { cause });

export type SnapshotStore = ReturnType<typeof snapshotStore>;
