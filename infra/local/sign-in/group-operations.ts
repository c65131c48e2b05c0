import * as z from 'zod/mini';
import { CognitoError, type Operation, pageOf, parseInput } from './cognito-error.ts';
import { describe, type UserPool, userOf } from './user-operations.ts';

const grouped = z.object({ GroupName: z.string().check(z.minLength(1), z.maxLength(128)) });
const members = z.object({
  Limit: z._default(z.int().check(z.minimum(0), z.maximum(60)), 60),
  NextToken: z.optional(z.string()),
});

/** The operations on the members of groups. */
export const groupOperations = (pool: UserPool): Record<string, Operation> => {
  const { users } = pool;
  const groupOf = (input: Record<string, unknown>) => {
    const { GroupName } = parseInput(grouped, input);
    if (!pool.groups.includes(GroupName))
      throw new CognitoError('ResourceNotFoundException', 'Group not found.');
    return GroupName;
  };

  return {
    AdminAddUserToGroup(input) {
      const [user, group] = [userOf(pool, input), groupOf(input)];
      users.put({ ...user, groups: [...new Set([...user.groups, group])] });
      return {};
    },
    AdminRemoveUserFromGroup(input) {
      const [user, group] = [userOf(pool, input), groupOf(input)];
      users.put({ ...user, groups: user.groups.filter((held) => held !== group) });
      return {};
    },
    AdminListGroupsForUser: (input) => ({
      Groups: userOf(pool, input).groups.map((GroupName) => ({ GroupName, UserPoolId: pool.id })),
    }),
    ListUsersInGroup(input) {
      const group = groupOf(input);
      const { Limit, NextToken } = parseInput(members, input);
      const all = users.all().filter(({ groups }) => groups.includes(group));
      const { page, next } = pageOf(all, Limit, NextToken);
      return { Users: page.map(describe), ...(next && { NextToken: next }) };
    },
  };
};
