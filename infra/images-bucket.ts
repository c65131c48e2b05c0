import { type CfnElement, Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement, type Role } from 'aws-cdk-lib/aws-iam';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type IBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { LogsBucket } from './logs-bucket.ts';
import type { Stage } from './stages.ts';

/** What a function may do: actions of S3 on the keys that begin with a prefix, or without one on the bucket. */
export type BucketGrant = { actions: readonly string[]; prefix?: string };

/** Days that a file waits in `uploads/` to become a picture. */
const uploadDays = 2;
/** Days that an overwritten or deleted image can still be brought back. */
const noncurrentDays = 90;

/** The portal's images, readable through the distribution only. */
export class ImagesBucket extends Construct {
  readonly bucket: IBucket;

  constructor(scope: Construct, id: string, { stage, logs }: { stage: Stage; logs: LogsBucket }) {
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
      removalPolicy: stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    this.bucket = bucket as IBucket; // `Bucket` fails only TypeScript's exactOptionalPropertyTypes.
  }

  /** Lets a function's role do exactly what is listed. */
  grant(role: Role, grants: readonly BucketGrant[]) {
    for (const { actions, prefix } of grants) {
      const resource = prefix === undefined ? this.bucket.bucketArn : this.bucket.arnForObjects(`${prefix}*`);
      role.addToPolicy(
        new PolicyStatement({ actions: actions.map((action) => `s3:${action}`), resources: [resource] }),
      );
      if (prefix !== undefined) this.acknowledgeWildcard(role, prefix);
    }
  }

  private acknowledgeWildcard(role: Role, prefix: string) {
    const bucketId = Stack.of(this).getLogicalId(this.bucket.node.defaultChild as CfnElement);
    Validations.of(role).acknowledge({
      id: `AwsSolutions-IAM5[Resource::<${bucketId}.Arn>/${prefix}*]`,
      reason:
        'The keys of single images are made at run time; their prefix is the narrowest name they share.',
    });
  }
}
