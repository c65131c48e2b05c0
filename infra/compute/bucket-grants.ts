import { type CfnElement, Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement, type Role } from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';

/** Actions of S3 that a function may take: on the objects whose key starts with a prefix, or without one on the bucket. */
export type BucketGrant = { actions: readonly string[]; prefix?: string };

/** Grants a function's role exactly what is listed. */
export const grantBucket = (bucket: IBucket, role: Role, grants: readonly BucketGrant[]) => {
  for (const { actions, prefix } of grants) {
    const resource = prefix === undefined ? bucket.bucketArn : bucket.arnForObjects(`${prefix}*`);
    role.addToPolicy(
      new PolicyStatement({ actions: actions.map((action) => `s3:${action}`), resources: [resource] }),
    );
    if (prefix !== undefined) acknowledgeWildcard(bucket, role, prefix);
  }
};

const acknowledgeWildcard = (bucket: IBucket, role: Role, prefix: string) => {
  const bucketId = Stack.of(bucket).getLogicalId(bucket.node.defaultChild as CfnElement);
  Validations.of(role).acknowledge({
    id: `AwsSolutions-IAM5[Resource::<${bucketId}.Arn>/${prefix}*]`,
    reason: 'The keys of objects are made at run time; their prefix is the narrowest name they share.',
  });
};
