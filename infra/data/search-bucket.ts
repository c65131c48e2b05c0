import { RemovalPolicy } from 'aws-cdk-lib';
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

/** Snapshots of the search index: made from the table, and made anew should they be lost. No reader gets at them. */
export class SearchBucket extends Construct {
  readonly bucket: IBucket;

  constructor(scope: Construct, id: string, { stage, logs }: { stage: Stage; logs: AccessLogsBucket }) {
    super(scope, id);
    const bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      serverAccessLogsBucket: logs.bucket,
      serverAccessLogsPrefix: 'search/',
      removalPolicy: stage.retainsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    this.bucket = bucket as IBucket; // `Bucket` fails only TypeScript's exactOptionalPropertyTypes.
  }
}
