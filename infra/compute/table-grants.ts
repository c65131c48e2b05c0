import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';

/**
 * Actions of DynamoDB that a function may take: on the table itself, on some of its indexes, or on some partitions of the site, by their
 * keys after `{site}#`, in which `*` is any text. A call whose keys are in several partitions needs a grant that names them all.
 */
export type TableGrant = {
  actions: readonly string[];
  indexes?: readonly string[];
  partitions?: readonly string[];
};

/** Grants a function exactly what is listed. */
export const grantTable = (
  table: Pick<ITableV2, 'tableArn'>,
  siteId: string,
  grantee: IGrantable,
  grants: readonly TableGrant[],
) => {
  for (const { actions, indexes, partitions } of grants) {
    const statement = new PolicyStatement({
      actions: actions.map((action) => `dynamodb:${action}`),
      resources: indexes?.map((index) => `${table.tableArn}/index/${index}`) ?? [table.tableArn],
      // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html
      ...(partitions && {
        conditions: {
          'ForAllValues:StringLike': {
            'dynamodb:LeadingKeys': partitions.map((partition) => `${siteId}#${partition}`),
          },
        },
      }),
    });
    grantee.grantPrincipal.addToPrincipalPolicy(statement);
  }
};
