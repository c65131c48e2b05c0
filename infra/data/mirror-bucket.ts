import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type IBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Stage } from '../stages.ts';
import type { AccessLogsBucket } from './access-logs-bucket.ts';

/** Days that a page which the mirror has overwritten or removed can still be brought back. */
const noncurrentDays = 30;

/** Where a mirror of the site lies for when nothing else answers (`npm run mirror -- s3://…`): the distribution turns to it by itself. */
export class MirrorBucket extends Construct {
  readonly bucket: IBucket;

  constructor(scope: Construct, id: string, { stage, logs }: { stage: Stage; logs: AccessLogsBucket }) {
    super(scope, id);
    const bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      versioned: true,
      lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(noncurrentDays) }],
      serverAccessLogsBucket: logs.bucket,
      serverAccessLogsPrefix: 'second-home/',
      removalPolicy: stage.retainsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    this.bucket = bucket as IBucket; // `Bucket` fails only TypeScript's exactOptionalPropertyTypes.
  }
}
