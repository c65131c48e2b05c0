import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { CognitoError, type Operation, pageOf, parseInput, username } from './cognito-error.ts';
import type { PoolUser } from './pool-user.ts';
import type { PoolUsers } from './pool-users.ts';

/** The pool that the operations act on. */
export type UserPool = {
  id: string;
  /** The names of its groups. */
  groups: readonly string[];
  users: PoolUsers;
  clock: () => Date;
  /** Sends an invitation. */
  sendInvitation: (mail: { name: string; email: string }) => void;
  /** Ends the refresh tokens of a user. */
  endSessions: (name: string) => void;
};

const target = z.object({ Username: username });
const creation = z.object({
  Username: username,
  MessageAction: z.optional(z.literal('RESEND')),
  DesiredDeliveryMediums: z.tuple([z.literal('EMAIL')]),
  UserAttributes: z._default(z.array(z.object({ Name: z.string(), Value: z.string() })), []),
});
/** The attributes that the portal sets. */
const attributes = z.strictObject({
  email: z.string(),
  email_verified: z.literal('true'),
  name: z.string().check(z.maxLength(2048)),
});
const listing = z.object({
  Limit: z._default(z.int().check(z.minimum(0), z.maximum(60)), 60),
  PaginationToken: z.optional(z.string()),
});

/** A user as `UserType`, whose attributes are called differently by `AdminGetUser`. Times are seconds since 1970. */
export const describe = ({ name, sub, isEnabled, status, createdAt, modifiedAt, ...user }: PoolUser) => ({
  Username: name,
  Attributes: Object.entries({ sub, ...user.attributes }).map(([Name, Value]) => ({ Name, Value })),
  Enabled: isEnabled,
  UserStatus: status,
  UserCreateDate: Date.parse(createdAt) / 1000,
  UserLastModifiedDate: Date.parse(modifiedAt) / 1000,
});

/** The user that an input names. Throws as Cognito does. */
export const userOf = ({ users }: UserPool, input: Record<string, unknown>): PoolUser => {
  const user = users.find(parseInput(target, input).Username);
  if (!user) throw new CognitoError('UserNotFoundException', 'User does not exist.');
  return user;
};

/** The operations on users. */
export const userOperations = (pool: UserPool): Record<string, Operation> => {
  const { users, clock, sendInvitation, endSessions } = pool;
  const change = (input: Record<string, unknown>, changed: Partial<PoolUser>) => {
    users.put({ ...userOf(pool, input), ...changed, modifiedAt: clock().toISOString() });
    return {};
  };

  const resend = (input: Record<string, unknown>) => {
    const user = userOf(pool, input);
    if (user.status !== 'FORCE_CHANGE_PASSWORD') {
      throw new CognitoError(
        'UnsupportedUserStateException',
        `Resend not possible. ${user.name} status is not FORCE_CHANGE_PASSWORD`,
      );
    }
    sendInvitation({ name: user.name, email: user.attributes.email ?? '' });
    return { User: describe(user) };
  };

  return {
    AdminCreateUser(input) {
      const { Username, MessageAction, UserAttributes } = parseInput(creation, input);
      if (MessageAction === 'RESEND') return resend(input);
      if (users.find(Username)) {
        throw new CognitoError('UsernameExistsException', 'User account already exists');
      }
      const given = attributes.safeParse(
        Object.fromEntries(UserAttributes.map(({ Name, Value }) => [Name, Value])),
      );
      if (!given.success) {
        const name = String(given.error.issues[0]?.path[0] ?? 'unknown');
        throw new CognitoError(
          'InvalidParameterException',
          `Attributes did not conform to the schema: ${name}: The attribute ${name} is required`,
        );
      }
      if (!/^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(given.data.email)) {
        throw new CognitoError('InvalidParameterException', 'Invalid email address format.');
      }
      const now = clock().toISOString();
      const user: PoolUser = {
        name: Username.toLowerCase(),
        sub: randomUUID(),
        attributes: given.data,
        isEnabled: true,
        status: 'FORCE_CHANGE_PASSWORD',
        groups: [],
        createdAt: now,
        modifiedAt: now,
      };
      users.put(user);
      sendInvitation({ name: user.name, email: given.data.email });
      return { User: describe(user) };
    },
    AdminGetUser(input) {
      const { Attributes, ...described } = describe(userOf(pool, input));
      return { ...described, UserAttributes: Attributes };
    },
    AdminDisableUser: (input) => change(input, { isEnabled: false }),
    AdminEnableUser: (input) => change(input, { isEnabled: true }),
    AdminUserGlobalSignOut(input) {
      endSessions(userOf(pool, input).name);
      return {};
    },
    // Accounts here have no second factor.
    AdminDeleteSoftwareToken(input) {
      if (userOf(pool, input).status === 'FORCE_CHANGE_PASSWORD') {
        throw new CognitoError('UserNotConfirmedException', 'User is not confirmed.');
      }
      return {};
    },
    ListUsers(input) {
      const { Limit, PaginationToken } = parseInput(listing, input);
      const { page, next } = pageOf(users.all(), Limit, PaginationToken);
      return { Users: page.map(describe), ...(next && { PaginationToken: next }) };
    },
  };
};
