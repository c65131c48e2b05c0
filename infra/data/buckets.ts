import { Duration, Validations } from 'aws-cdk-lib';
import { HttpMethods, type IBucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { Portal } from '../stages.ts';
import { type PortalBucket, portalBucket } from './portal-bucket.ts';

/** Access logs hold readers' addresses: long enough to investigate an attack, no longer. */
const accessLogRetentionDays = 90;
/** Days that a file may wait to be completed. It may show where a photograph was taken. */
const uploadRetentionDays = 2;
/** Seconds for which a browser may keep the answer to a preflight request: a morning's photographs need one. */
const preflightSeconds = 3600;
/** Days that an overwritten or deleted image can be restored. */
const noncurrentImageDays = 90;
/** Days that an earlier export of the people is kept: names and addresses, so no longer than a loss may go unnoticed. */
const earlierPeopleDays = 90;
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

/**
 * Files that browsers post by a presigned form, until they are completed. Without versions: what is deleted is gone. Apart from the images,
 * so that its rule for browsers can name the distribution, which depends on the images bucket.
 */
const uploadsBucket = (scope: Construct, portal: Portal, accessLogs: IBucket) =>
  portalBucket(scope, 'UploadsBucket', portal, {
    accessLogs: { bucket: accessLogs, prefix: 'uploads/' },
    lifecycleRules: [
      { expiration: Duration.days(uploadRetentionDays) },
      { abortIncompleteMultipartUploadAfter: Duration.days(1) },
    ],
  });

/**
 * Lets pages of one origin, and of no other, post files to the bucket and see whether they arrived. No header of theirs needs leave: a form
 * is posted with those that every page may send. https://fetch.spec.whatwg.org/#cors-safelisted-request-header
 */
export const allowUploadsFrom = (bucket: PortalBucket, origin: string) =>
  bucket.addCorsRule({
    allowedMethods: [HttpMethods.POST],
    allowedOrigins: [origin],
    maxAge: preflightSeconds,
  });

/** Converted images. Readers reach them through the distribution only. */
const imagesBucket = (scope: Construct, portal: Portal, accessLogs: IBucket) =>
  portalBucket(scope, 'ImagesBucket', portal, {
    accessLogs: { bucket: accessLogs, prefix: 'images/' },
    versioned: true,
    lifecycleRules: [
      // Where uploads were before they had a bucket: what an older deployment left is removed.
      {
        prefix: 'uploads/',
        expiration: Duration.days(uploadRetentionDays),
        noncurrentVersionExpiration: Duration.days(1),
      },
      { prefix: 'images/', noncurrentVersionExpiration: Duration.days(noncurrentImageDays) },
      { abortIncompleteMultipartUploadAfter: Duration.days(1) },
    ],
  });

/** Snapshots of the search index: derived from the table, and rebuilt when lost. */
const searchBucket = (scope: Construct, portal: Portal, accessLogs: IBucket) =>
  portalBucket(scope, 'SearchBucket', portal, { accessLogs: { bucket: accessLogs, prefix: 'search/' } });

/** The accounts of the staff as a file (`functions/people-export`). Its newest version never expires, even when exports fail. */
const peopleBucket = (scope: Construct, portal: Portal, accessLogs: IBucket) =>
  portalBucket(scope, 'PeopleBucket', portal, {
    accessLogs: { bucket: accessLogs, prefix: 'people/' },
    versioned: true,
    lifecycleRules: [
      { noncurrentVersionExpiration: Duration.days(earlierPeopleDays) },
      { abortIncompleteMultipartUploadAfter: Duration.days(1) },
    ],
  });

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
    uploads: uploadsBucket(scope, portal, accessLogs),
    images: imagesBucket(scope, portal, accessLogs),
    search: searchBucket(scope, portal, accessLogs),
    people: peopleBucket(scope, portal, accessLogs),
    mirror: portal.hasMirror ? mirrorBucket(scope, portal, accessLogs) : null,
  };
};
export type Buckets = ReturnType<typeof createBuckets>;
