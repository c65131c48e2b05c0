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

/** Days that a file waits in `uploads/` to become a picture. */
const uploadDays = 2;
/** Days that an overwritten or deleted image can still be brought back. */
const noncurrentDays = 90;

/** The portal's images, readable through the distribution only. */
export class ImagesBucket extends Construct {
  readonly bucket: IBucket;

  constructor(scope: Construct, id: string, { stage, logs }: { stage: Stage; logs: AccessLogsBucket }) {
    super(scope, id);
    const bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      versioned: true,
      lifecycleRules: [
        { prefix: 'uploads/', expiration: Duration.days(uploadDays) },
        {
          noncurrentVersionExpiration: Duration.days(noncurrentDays),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
      ],
      serverAccessLogsBucket: logs.bucket,
      serverAccessLogsPrefix: 'images/',
      removalPolicy: stage.retainsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    this.bucket = bucket as IBucket; // `Bucket` fails only TypeScript's exactOptionalPropertyTypes.
  }
}
