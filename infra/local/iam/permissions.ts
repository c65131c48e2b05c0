import * as z from 'zod/mini';
import { wildcard } from '../wildcard.ts';

/** A call of a service as IAM sees it. `leadingKeys`: the partition keys that a call of DynamoDB names. */
export type ServiceCall = { action: string; resource: string; leadingKeys?: readonly string[] };

/** An action that a statement allows on the resources that match a pattern, perhaps only for partition keys that match some patterns. */
export type Permission = { action: string; resource: string; leadingKeys?: readonly string[] };

const oneOrMore = z.union([z.string(), z.array(z.string())]);

/** Strict: a `Deny`, or a condition that is not followed here, is refused. */
const statement = z.strictObject({
  Sid: z.optional(z.string()),
  Effect: z.literal('Allow'),
  Action: oneOrMore,
  Resource: oneOrMore,
  Condition: z.optional(
    z.strictObject({ 'ForAllValues:StringLike': z.strictObject({ 'dynamodb:LeadingKeys': oneOrMore }) }),
  ),
});
const document = z.object({ Statement: z.array(statement) });

/** Every permission of a resolved policy document. Throws for a statement that is not followed. */
export const permissionsOf = (policyDocument: unknown): Permission[] =>
  document.parse(policyDocument).Statement.flatMap(({ Action, Resource, Condition }) => {
    const keys = Condition?.['ForAllValues:StringLike']['dynamodb:LeadingKeys'];
    return [Action].flat().flatMap((action) =>
      [Resource].flat().map((resource) => ({
        action,
        resource,
        ...(keys !== undefined && { leadingKeys: [keys].flat() }),
      })),
    );
  });

/** Whether a pattern of IAM matches a value. Most have no wildcard, and need no expression. */
const isLike = (value: string, pattern: string): boolean =>
  /[*?]/.test(pattern) ? wildcard(pattern).test(value) : value === pattern;

/**
 * Whether a permission allows a call. Each key must match a pattern (`ForAllValues`). A call that names no key matches no condition on
 * keys: IAM would allow it, because `ForAllValues` is true of no values.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
 */
const allows = ({ action, resource, leadingKeys }: Permission, call: ServiceCall): boolean =>
  isLike(call.action.toLowerCase(), action.toLowerCase()) &&
  isLike(call.resource, resource) &&
  (leadingKeys === undefined ||
    (call.leadingKeys !== undefined &&
      call.leadingKeys.length > 0 &&
      call.leadingKeys.every((key) => leadingKeys.some((pattern) => isLike(key, pattern)))));

/** The first permission that allows a call. One statement must allow all its keys; two never add up. */
export const permissionFor = (
  permissions: readonly Permission[],
  call: ServiceCall,
): Permission | undefined => permissions.find((permission) => allows(permission, call));

/** A permission's grants as lines: one, or one for each pattern of its partition keys. */
export const grantsOf = ({ action, resource, leadingKeys }: Permission): string[] =>
  leadingKeys?.map((pattern) => `${action} ${resource} ${pattern}`) ?? [`${action} ${resource}`];

/** The grants of a permission that a call which it allows makes use of. */
export const grantsUsed = (permission: Permission, { leadingKeys: keys = [] }: ServiceCall): string[] =>
  grantsOf({
    ...permission,
    ...(permission.leadingKeys && {
      leadingKeys: permission.leadingKeys.filter((pattern) => keys.some((key) => isLike(key, pattern))),
    }),
  });
