import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';

/**
 * Actions of DynamoDB that a function may take: on the table itself, on some of its indexes, or on the partitions of the site whose
 * key starts with a prefix.
 */
export type TableGrant = {
  actions: readonly string[];
  indexes?: readonly string[];
  partitionPrefix?: string;
};

/** Grants a function exactly what is listed. */
export const grantTable = (
  table: Pick<ITableV2, 'tableArn'>,
  siteId: string,
  grantee: IGrantable,
  grants: readonly TableGrant[],
) => {
  for (const { actions, indexes, partitionPrefix } of grants) {
    const statement = new PolicyStatement({
      actions: actions.map((action) => `dynamodb:${action}`),
      resources: indexes?.map((index) => `${table.tableArn}/index/${index}`) ?? [table.tableArn],
      // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html
      ...(partitionPrefix !== undefined && {
        conditions: {
          'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [`${siteId}#${partitionPrefix}*`] },
        },
      }),
    });
    grantee.grantPrincipal.addToPrincipalPolicy(statement);
  }
};
