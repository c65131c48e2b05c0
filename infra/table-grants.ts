import { type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';

/** What a function may do: actions of DynamoDB on a table, or on some of its indexes. */
export type TableGrant = { actions: readonly string[]; indexes?: readonly string[] };

/** Lets a function do exactly what is listed. */
export const grantTable = (tableArn: string, grantee: IGrantable, grants: readonly TableGrant[]) => {
  for (const { actions, indexes } of grants) {
    const statement = new PolicyStatement({
      actions: actions.map((action) => `dynamodb:${action}`),
      resources: indexes?.map((index) => `${tableArn}/index/${index}`) ?? [tableArn],
    });
    grantee.grantPrincipal.addToPrincipalPolicy(statement);
  }
};
