import { roleArn } from '../template/local-references.ts';
import type { Stack } from '../template/stack.ts';
import { functionName, ofType } from '../template/template.ts';
import { type Permission, permissionsOf } from './permissions.ts';

/** The role of a function: its access key id on this machine, and what its policies allow. */
export type FunctionRole = { functionName: string; accessKeyId: string; permissions: readonly Permission[] };

/** The role of each function of a template, by the function's logical id. Throws for a policy that is not followed. */
export const readFunctionRoles = ({ template, resolve }: Stack): ReadonlyMap<string, FunctionRole> => {
  const policies = ofType(template, 'AWS::IAM::Policy').map(({ Properties }) => ({
    roles: resolve(Properties.Roles) as string[],
    permissions: permissionsOf(resolve(Properties.PolicyDocument)),
  }));
  return new Map(
    ofType(template, 'AWS::Lambda::Function').map((resource) => {
      const arn = resolve(resource.Properties.Role);
      const role = ofType(template, 'AWS::IAM::Role').find(({ id }) => roleArn(id) === arn);
      if (!role) throw new Error(`${resource.id} has no role of the template`);
      const permissions = policies
        .filter(({ roles }) => roles.includes(role.id))
        .flatMap((policy) => policy.permissions);
      // DynamoDB Local accepts only letters and digits, of which a logical id consists.
      return [resource.id, { functionName: functionName(resource), accessKeyId: role.id, permissions }];
    }),
  );
};
