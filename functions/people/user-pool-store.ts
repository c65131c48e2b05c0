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
  CognitoIdentityProviderClient,
  UserNotFoundException,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider';
import { roles } from '../../shared/http/actor.ts';
import type { PoolAccount } from '../../shared/people/pool-account.ts';
import { attributeOf, poolAccountsStore, toPoolAccount } from '../../shared/people/pool-accounts-store.ts';
import { poolError } from './pool-error.ts';
import type { PoolStep } from './pool-step.ts';

/** A client that retries a throttle or an error of Cognito, so that a change of four calls ends within the function's time. */
const userPoolClient = () =>
  new CognitoIdentityProviderClient({
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 2500, throwOnRequestTimeout: true },
  });

/** The accounts of one user pool. Errors of Cognito are thrown as `poolError` makes them. */
export const userPoolStore = (UserPoolId: string, cognito = userPoolClient()) => {
  const accounts = poolAccountsStore(UserPoolId, cognito);
  const send = async <T>(call: () => Promise<T>): Promise<T> => {
    try {
      return await call();
    } catch (error) {
      throw poolError(error);
    }
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
      if (attributeOf(existing.UserAttributes ?? [], 'email') !== email) throw error;
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
          return toPoolAccount(
            { ...user, Attributes: user.UserAttributes },
            roles.filter((role) => groups.has(role)),
          );
        } catch (error) {
          if (error instanceof UserNotFoundException) return null;
          throw error;
        }
      }),

    /** A page of accounts in the order of Cognito, with the token of the next page. */
    list: (page: { limit: number; token: string | null }) => send(() => accounts.list(page)),

    listAll: () => send(accounts.listAll),

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
