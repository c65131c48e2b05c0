import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  type IBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { Portal } from '../stages.ts';
import { removalPolicy } from './removal-policy.ts';

type Options = Pick<BucketProps, 'lifecycleRules' | 'versioned' | 'objectOwnership'> & {
  /** The bucket for access logs, and the prefix in it. */
  accessLogs?: { bucket: IBucket; prefix: string };
};

export type PortalBucket = IBucket & Pick<Bucket, 'addCorsRule'>;

/** An S3 bucket with the encryption, access rules and retention that every bucket of the portal has. */
export const portalBucket = (
  scope: Construct,
  id: string,
  portal: Portal,
  { accessLogs, ...options }: Options,
): PortalBucket => {
  const bucket = new Bucket(scope, id, {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    removalPolicy: removalPolicy(portal),
    ...(accessLogs && {
      serverAccessLogsBucket: accessLogs.bucket,
      serverAccessLogsPrefix: accessLogs.prefix,
    }),
    ...options,
  });
  return bucket as PortalBucket; // `Bucket` fails only TypeScript's exactOptionalPropertyTypes.
};
