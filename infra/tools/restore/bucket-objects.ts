import {
  DeleteObjectCommand,
  GetObjectCommand,
  PutObjectCommand,
  paginateListObjectsV2,
  type S3Client,
} from '@aws-sdk/client-s3';

/** An object of a bucket, with what readers get beside its bytes. */
export type StoredObject = { key: string; body: Uint8Array; contentType: string; cacheControl: string };

/** The keys of all objects of a bucket. */
export const listKeys = async (s3: S3Client, Bucket: string): Promise<string[]> => {
  const keys: string[] = [];
  for await (const { Contents = [] } of paginateListObjectsV2({ client: s3 }, { Bucket })) {
    keys.push(...Contents.map(({ Key = '' }) => Key));
  }
  return keys;
};

/** Every object of a bucket. */
export async function* readObjects(s3: S3Client, Bucket: string): AsyncGenerator<StoredObject> {
  for (const key of await listKeys(s3, Bucket)) {
    const reply = await s3.send(new GetObjectCommand({ Bucket, Key: key }));
    const body = (await reply.Body?.transformToByteArray()) ?? new Uint8Array();
    yield { key, body, contentType: reply.ContentType ?? '', cacheControl: reply.CacheControl ?? '' };
  }
}

/**
 * Writes the objects that a bucket lacks, as AWS Backup restores to a bucket: it overwrites none and removes none.
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/restoring-s3.html
 */
export const writeMissingObjects = async (
  s3: S3Client,
  Bucket: string,
  objects: Iterable<StoredObject> | AsyncIterable<StoredObject>,
): Promise<number> => {
  const existing = new Set(await listKeys(s3, Bucket));
  let written = 0;
  for await (const { key, body, contentType, cacheControl } of objects) {
    if (existing.has(key)) continue;
    await s3.send(
      new PutObjectCommand({
        Bucket,
        Key: key,
        Body: body,
        ContentType: contentType,
        ...(cacheControl && { CacheControl: cacheControl }),
      }),
    );
    written += 1;
  }
  return written;
};

export const removeObjects = async (s3: S3Client, Bucket: string): Promise<void> => {
  for (const Key of await listKeys(s3, Bucket)) await s3.send(new DeleteObjectCommand({ Bucket, Key }));
};
