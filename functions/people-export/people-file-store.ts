import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';

/** The file of a site's people in the bucket. Each write is a new version of it: the newest never expires. */
export const peopleFileStore = (Bucket: string, siteId: string, s3 = new S3Client({ maxAttempts: 3 })) => ({
  write: (Body: string) =>
    s3.send(
      new PutObjectCommand({
        Bucket,
        Key: `people/${siteId}.jsonl`,
        Body,
        ContentType: 'application/jsonl; charset=utf-8',
      }),
    ),
});
