import { Duration, Validations } from 'aws-cdk-lib';
import { type IBucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { Portal } from '../stages.ts';
import { portalBucket } from './portal-bucket.ts';

/** Access logs hold readers' addresses: long enough to investigate an attack, no longer. */
const accessLogRetentionDays = 90;
/** Days that a file may wait in `uploads/` to be completed. */
const uploadRetentionDays = 2;
/**
 * Days until an upload that was replaced, completed without a version or expired is gone: it may show where a photograph was taken.
 * The least that S3 allows; it counts from the next midnight UTC.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/intro-lifecycle-rules.html#intro-lifecycle-rules-actions
 */
const noncurrentUploadDays = 1;
/** Days that an overwritten or deleted image can be restored. */
const noncurrentImageDays = 90;
/** Days that an overwritten or removed file of the mirror can be restored. */
const noncurrentMirrorDays = 30;

/** Access logs of the distribution and of the other buckets. */
const accessLogsBucket = (scope: Construct, portal: Portal) => {
  const bucket = portalBucket(scope, 'AccessLogsBucket', portal, {
    // CloudFront's standard logs are delivered by ACL: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging-legacy-s3.html
    objectOwnership: ObjectOwnership.BUCKET_OWNER_PREFERRED,
    lifecycleRules: [{ expiration: Duration.days(accessLogRetentionDays) }],
  });
  Validations.of(bucket).acknowledge({
    id: 'AwsSolutions-S1',
    reason: 'The other buckets log to this one; a log of the log would never end.',
  });
  return bucket;
};

/** Uploads and converted images. Readers reach them through the distribution only. */
const imagesBucket = (scope: Construct, portal: Portal, accessLogs: IBucket) =>
  portalBucket(scope, 'ImagesBucket', portal, {
    accessLogs: { bucket: accessLogs, prefix: 'images/' },
    versioned: true,
    lifecycleRules: [
      {
        prefix: 'uploads/',
        expiration: Duration.days(uploadRetentionDays),
        noncurrentVersionExpiration: Duration.days(noncurrentUploadDays),
      },
      { prefix: 'images/', noncurrentVersionExpiration: Duration.days(noncurrentImageDays) },
      { abortIncompleteMultipartUploadAfter: Duration.days(1) },
    ],
  });

/** Snapshots of the search index: derived from the table, and rebuilt when lost. */
const searchBucket = (scope: Construct, portal: Portal, accessLogs: IBucket) =>
  portalBucket(scope, 'SearchBucket', portal, { accessLogs: { bucket: accessLogs, prefix: 'search/' } });

/** A static mirror of the site (`npm run mirror -- s3://…`), to which the distribution fails over. */
const mirrorBucket = (scope: Construct, portal: Portal, accessLogs: IBucket) =>
  portalBucket(scope, 'MirrorBucket', portal, {
    accessLogs: { bucket: accessLogs, prefix: 'mirror/' },
    versioned: true,
    lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(noncurrentMirrorDays) }],
  });

/** The buckets of the portal. Their ids are a contract: a changed one replaces the bucket. */
export const createBuckets = (scope: Construct, portal: Portal) => {
  const accessLogs = accessLogsBucket(scope, portal);
  return {
    accessLogs,
    images: imagesBucket(scope, portal, accessLogs),
    search: searchBucket(scope, portal, accessLogs),
    mirror: portal.hasMirror ? mirrorBucket(scope, portal, accessLogs) : null,
  };
};
export type Buckets = ReturnType<typeof createBuckets>;
