import { type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';

/** What a function may do: actions of DynamoDB on a table, or on some of its indexes, or on the partitions of the site that begin so. */
export type TableGrant = { actions: readonly string[]; indexes?: readonly string[]; partitions?: string };

/** Lets a function do exactly what is listed. */
export const grantTable = (
  table: { arn: string; siteId: string },
  grantee: IGrantable,
  grants: readonly TableGrant[],
) => {
  for (const { actions, indexes, partitions } of grants) {
    const statement = new PolicyStatement({
      actions: actions.map((action) => `dynamodb:${action}`),
      resources: indexes?.map((index) => `${table.arn}/index/${index}`) ?? [table.arn],
      // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html
      ...(partitions !== undefined && {
        conditions: {
          'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [`${table.siteId}#${partitions}*`] },
        },
      }),
    });
    grantee.grantPrincipal.addToPrincipalPolicy(statement);
  }
};
