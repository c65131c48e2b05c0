import {
  DeleteObjectCommand,
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { PortalError } from '../../shared/errors.ts';
import { uploadLimitBytes } from '../../shared/images/image.ts';

/** Seconds within which an upload must start. */
const uploadSeconds = 600;
const immutable = 'public, max-age=31536000, immutable';

/** An upload's bytes and its version; without one in a bucket that retains none. */
export type Upload = { body: Buffer; version: string | undefined };

const uploadKey = (id: string) => `uploads/${id}`;

/** The images bucket: `uploads/` for files from editors, `images/` for files that readers get. */
export const fileStore = (Bucket: string, s3 = new S3Client({ maxAttempts: 3 })) => {
  const send = async <T>(call: () => Promise<T>): Promise<T> => {
    try {
      return await call();
    } catch (error) {
      if (error instanceof NoSuchKey) throw error;
      throw new PortalError('unavailable', 'The bucket did not answer', { cause: error });
    }
  };

  return {
    /**
     * A presigned form for one upload of a given type and maximum size:
     * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html
     */
    presignUpload: (
      id: string,
      contentType: string,
    ): Promise<{ url: string; fields: Record<string, string> }> =>
      createPresignedPost(s3, {
        Bucket,
        Key: uploadKey(id),
        Expires: uploadSeconds,
        Fields: { 'Content-Type': contentType },
        Conditions: [
          ['content-length-range', 1, uploadLimitBytes],
          ['eq', '$Content-Type', contentType],
        ],
      }),

    /** An upload; null when it does not exist. Throws `invalid_image` for one that is larger than the policy allows. */
    async readUpload(id: string): Promise<Upload | null> {
      try {
        const reply = await send(() => s3.send(new GetObjectCommand({ Bucket, Key: uploadKey(id) })));
        if ((reply.ContentLength ?? 0) > uploadLimitBytes) {
          throw new PortalError('invalid_image', `Tệp lớn hơn ${uploadLimitBytes / 1_000_000} MB.`);
        }
        const body = Buffer.from((await reply.Body?.transformToByteArray()) ?? []);
        return { body, version: reply.VersionId };
      } catch (error) {
        if (error instanceof NoSuchKey) return null;
        throw error;
      }
    },

    /**
     * Removes an upload: for good when its version is given, else by a delete marker, after which the bucket's lifecycle removes it.
     * https://docs.aws.amazon.com/AmazonS3/latest/userguide/DeletingObjectVersions.html
     */
    async removeUpload(id: string, VersionId?: string): Promise<void> {
      const upload = { Key: uploadKey(id), ...(VersionId !== undefined && { VersionId }) };
      await send(() => s3.send(new DeleteObjectCommand({ Bucket, ...upload })));
    },

    /** Writes a file that readers may cache for ever. */
    async write(Key: string, { type, body }: { type: string; body: Buffer }): Promise<void> {
      const object = { Key, Body: body, ContentType: type, CacheControl: immutable };
      await send(() => s3.send(new PutObjectCommand({ Bucket, ...object })));
    },

    async remove(Key: string): Promise<void> {
      await send(() => s3.send(new DeleteObjectCommand({ Bucket, Key })));
    },
  };
};
export type FileStore = ReturnType<typeof fileStore>;
