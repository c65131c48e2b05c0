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

const uploadKey = (id: string) => `uploads/${id}`;

/** The bucket for files from editors, and the one for files that readers get. */
type BucketNames = { uploads: string; images: string };

export const fileStore = ({ uploads, images }: BucketNames, s3 = new S3Client({ maxAttempts: 3 })) => {
  const send = async <T>(call: () => Promise<T>): Promise<T> => {
    try {
      return await call();
    } catch (error) {
      if (error instanceof NoSuchKey) throw error;
      throw new PortalError('unavailable', 'The bucket did not answer', { cause: error });
    }
  };

  /** An object; null when it does not exist. Throws `invalid_image` for one that is larger than an upload may be. */
  const read = async (Bucket: string, Key: string): Promise<Buffer | null> => {
    try {
      const reply = await send(() => s3.send(new GetObjectCommand({ Bucket, Key })));
      if ((reply.ContentLength ?? 0) > uploadLimitBytes) {
        throw new PortalError('invalid_image', `Tệp lớn hơn ${uploadLimitBytes / 1_000_000} MB.`);
      }
      return Buffer.from((await reply.Body?.transformToByteArray()) ?? []);
    } catch (error) {
      if (error instanceof NoSuchKey) return null;
      throw error;
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
        Bucket: uploads,
        Key: uploadKey(id),
        Expires: uploadSeconds,
        Fields: { 'Content-Type': contentType },
        Conditions: [
          ['content-length-range', 1, uploadLimitBytes],
          ['eq', '$Content-Type', contentType],
        ],
      }),

    /** An upload; null when it does not exist. Throws `invalid_image` for one that is larger than the policy allows. */
    readUpload: (id: string): Promise<Buffer | null> => read(uploads, uploadKey(id)),

    /** A file that readers get; null when it does not exist. */
    readImage: (key: string): Promise<Buffer | null> => read(images, key),

    /** Removes an upload for good. */
    async removeUpload(id: string): Promise<void> {
      await send(() => s3.send(new DeleteObjectCommand({ Bucket: uploads, Key: uploadKey(id) })));
    },

    /** Writes a file that readers may cache for ever. */
    async write(Key: string, { type, body }: { type: string; body: Buffer }): Promise<void> {
      const object = { Bucket: images, Key, Body: body, ContentType: type, CacheControl: immutable };
      await send(() => s3.send(new PutObjectCommand(object)));
    },

    async remove(Key: string): Promise<void> {
      await send(() => s3.send(new DeleteObjectCommand({ Bucket: images, Key })));
    },
  };
};
export type FileStore = ReturnType<typeof fileStore>;
