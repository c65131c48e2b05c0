import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminDeleteSoftwareTokenCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminGetUserCommand,
  AdminListGroupsForUserCommand,
  AdminRemoveUserFromGroupCommand,
  AdminUserGlobalSignOutCommand,
  type AttributeType,
  CognitoIdentityProviderClient,
  ListUsersCommand,
  ListUsersInGroupCommand,
  UserNotFoundException,
  UsernameExistsException,
  type UserType,
} from '@aws-sdk/client-cognito-identity-provider';
import { type Role, roles } from '../../shared/http/actor.ts';
import type { PoolAccount, PoolStep } from './pool-account.ts';
import { poolError } from './pool-error.ts';

/** Members of a group in one call: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUsersInGroup.html */
const membersPerCall = 60;

/** A client that retries a throttle or an error of Cognito, so that a change of four calls ends within the function's time. */
const userPoolClient = () =>
  new CognitoIdentityProviderClient({
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 2500, throwOnRequestTimeout: true },
  });

/** The accounts of one user pool. Errors of Cognito are thrown as `poolError` makes them. */
export const userPoolStore = (UserPoolId: string, cognito = userPoolClient()) => {
  const send = async <T>(call: () => Promise<T>): Promise<T> => {
    try {
      return await call();
    } catch (error) {
      throw poolError(error);
    }
  };

  const namesIn = async (role: Role): Promise<Set<string>> => {
    const names = new Set<string>();
    let NextToken: string | undefined;
    do {
      const input = { UserPoolId, GroupName: role, Limit: membersPerCall, ...(NextToken && { NextToken }) };
      const reply = await cognito.send(new ListUsersInGroupCommand(input));
      for (const { Username = '' } of reply.Users ?? []) names.add(Username);
      NextToken = reply.NextToken;
    } while (NextToken);
    return names;
  };

  /** Creates an account, unless an attempt whose reply was lost has created it. */
  const create = async (Username: string, { fullName, email }: { fullName: string; email: string }) => {
    try {
      await cognito.send(
        new AdminCreateUserCommand({
          UserPoolId,
          Username,
          DesiredDeliveryMediums: ['EMAIL'],
          UserAttributes: [
            { Name: 'email', Value: email },
            { Name: 'email_verified', Value: 'true' },
            { Name: 'name', Value: fullName },
          ],
        }),
      );
    } catch (error) {
      if (!(error instanceof UsernameExistsException)) throw error;
      const existing = await cognito.send(new AdminGetUserCommand({ UserPoolId, Username }));
      if (attribute(existing.UserAttributes ?? [], 'email') !== email) throw error;
    }
  };

  return {
    /** The account of a name, or of a `sub`; null when there is none. */
    find: (name: string): Promise<PoolAccount | null> =>
      send(async () => {
        try {
          const target = { UserPoolId, Username: name };
          const [user, { Groups = [] }] = await Promise.all([
            cognito.send(new AdminGetUserCommand(target)),
            cognito.send(new AdminListGroupsForUserCommand(target)),
          ]);
          const groups = new Set(Groups.map(({ GroupName = '' }) => GroupName));
          return toAccount(
            { ...user, Attributes: user.UserAttributes },
            rolesAmong((role) => groups.has(role)),
          );
        } catch (error) {
          if (error instanceof UserNotFoundException) return null;
          throw error;
        }
      }),

    /** A page of accounts in the order of Cognito, with the token of the next page. */
    list: ({ limit, token }: { limit: number; token: string | null }) =>
      send(async (): Promise<{ accounts: PoolAccount[]; next: string | null }> => {
        const [page, ...members] = await Promise.all([
          cognito.send(
            new ListUsersCommand({ UserPoolId, Limit: limit, ...(token && { PaginationToken: token }) }),
          ),
          ...roles.map(async (role) => [role, await namesIn(role)] as const),
        ]);
        const namesByRole = new Map(members);
        const accounts = (page.Users ?? []).map((user) =>
          toAccount(
            user,
            rolesAmong((role) => namesByRole.get(role)?.has(user.Username ?? '') ?? false),
          ),
        );
        return { accounts, next: page.PaginationToken ?? null };
      }),

    /** Takes one step with an account. Taken twice, it has the same result as once; only a repeated invitation is mailed again. */
    take: (name: string, step: PoolStep): Promise<unknown> =>
      send((): Promise<unknown> => {
        const target = { UserPoolId, Username: name };
        switch (step.kind) {
          case 'create':
            return create(name, step);
          case 'resend-invitation':
            return cognito.send(
              new AdminCreateUserCommand({
                ...target,
                MessageAction: 'RESEND',
                DesiredDeliveryMediums: ['EMAIL'],
              }),
            );
          case 'add-role':
            return cognito.send(new AdminAddUserToGroupCommand({ ...target, GroupName: step.role }));
          case 'remove-role':
            return cognito.send(new AdminRemoveUserFromGroupCommand({ ...target, GroupName: step.role }));
          case 'disable':
            return cognito.send(new AdminDisableUserCommand(target));
          case 'enable':
            return cognito.send(new AdminEnableUserCommand(target));
          case 'sign-out':
            return cognito.send(new AdminUserGlobalSignOutCommand(target));
          case 'delete-second-factor':
            return cognito.send(new AdminDeleteSoftwareTokenCommand(target));
        }
      }),
  };
};
export type UserPoolStore = ReturnType<typeof userPoolStore>;

const rolesAmong = (holds: (role: Role) => boolean): Role[] => roles.filter(holds);

const toAccount = (user: UserType, held: Role[]): PoolAccount => {
  const { Username = '', Attributes = [], Enabled = false, UserStatus, UserCreateDate } = user;
  return {
    name: Username,
    fullName: attribute(Attributes, 'name'),
    email: attribute(Attributes, 'email'),
    isEnabled: Enabled,
    isInvited: UserStatus === 'FORCE_CHANGE_PASSWORD',
    createdAt: UserCreateDate ?? new Date(0),
    roles: held,
  };
};

const attribute = (attributes: readonly AttributeType[], name: string): string =>
  attributes.find(({ Name }) => Name === name)?.Value ?? '';
