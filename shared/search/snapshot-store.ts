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
      throw new PortalError('unavailable', 'The bucket did not answer', { cause: error });
    }
  };

  return {
    /** The key of a new snapshot. `id` keeps the keys of two compactors that write the same sequence apart. */
    newKey: (sequence: number, id: string) =>
      `snapshots/${siteId}/${String(sequence).padStart(8, '0')}-${id}`,

    /** The bytes of a snapshot; null when it does not exist. */
    read: (key: string): Promise<Uint8Array | null> =>
      send(async () => {
        const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
        return (await Body?.transformToByteArray()) ?? new Uint8Array();
      }),

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
      const reply = await send(() => s3.send(command));
      return reply?.ETag ?? '';
    },

    async remove(key: string): Promise<void> {
      await send(() => s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: key })));
    },
  };
};
export type SnapshotStore = ReturnType<typeof snapshotStore>;
