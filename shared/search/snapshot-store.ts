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

const client = () =>
  new S3Client({
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 8000, throwOnRequestTimeout: true },
  });

/** The bucket of snapshots. Throws `unavailable` when it cannot be reached. */
export const snapshotStore = (Bucket: string, s3 = client()) => {
  const send = async <T>(call: () => Promise<T>): Promise<T | null> => {
    try {
      return await call();
    } catch (error) {
      if (error instanceof NoSuchKey || error instanceof NotFound) return null;
      throw new PortalError('unavailable', 'The bucket did not answer', { cause: error });
    }
  };

  return {
    /** The bytes of a snapshot; null when it does not exist. */
    read: (Key: string): Promise<Uint8Array | null> =>
      send(async () => {
        const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
        return (await Body?.transformToByteArray()) ?? new Uint8Array();
      }),

    /** The ETag of a snapshot; null when it does not exist. */
    async etag(Key: string): Promise<string | null> {
      const reply = await send(() => s3.send(new HeadObjectCommand({ Bucket, Key })));
      return reply?.ETag ?? null;
    },

    /** Writes a snapshot and returns its ETag. */
    async write(Key: string, Body: Uint8Array): Promise<string> {
      const command = new PutObjectCommand({ Bucket, Key, Body, ContentType: 'application/gzip' });
      const reply = await send(() => s3.send(command));
      return reply?.ETag ?? '';
    },

    async remove(Key: string): Promise<void> {
      await send(() => s3.send(new DeleteObjectCommand({ Bucket, Key })));
    },
  };
};
export type SnapshotStore = ReturnType<typeof snapshotStore>;
