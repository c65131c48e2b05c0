import {
  type AttributeType,
  CognitoIdentityProviderClient,
  ListUsersCommand,
  ListUsersInGroupCommand,
  type UserType,
} from '@aws-sdk/client-cognito-identity-provider';
import { type Role, roles } from '../http/actor.ts';
import type { PoolAccount } from './pool-account.ts';

/** Users in one reply at most: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUsers.html */
const usersPerCall = 60;

/** Where a list of accounts goes on: Cognito's token; null for the start, and after the end. */
type Page = { limit: number; token: string | null };
type AccountList = { accounts: PoolAccount[]; next: string | null };

/** The accounts of a user pool, read only. Errors of Cognito pass through. */
export const poolAccountsStore = (
  UserPoolId: string,
  cognito = new CognitoIdentityProviderClient({ maxAttempts: 3 }),
) => {
  const namesIn = async (role: Role): Promise<Set<string>> => {
    const names = new Set<string>();
    let NextToken: string | undefined;
    do {
      const input = { UserPoolId, GroupName: role, Limit: usersPerCall, ...(NextToken && { NextToken }) };
      const reply = await cognito.send(new ListUsersInGroupCommand(input));
      for (const { Username = '' } of reply.Users ?? []) names.add(Username);
      NextToken = reply.NextToken;
    } while (NextToken);
    return names;
  };

  /** A page of accounts in the order of Cognito, with the token of the next page. */
  const list = async ({ limit, token }: Page): Promise<AccountList> => {
    const [page, ...members] = await Promise.all([
      cognito.send(
        new ListUsersCommand({ UserPoolId, Limit: limit, ...(token && { PaginationToken: token }) }),
      ),
      ...roles.map(async (role) => [role, await namesIn(role)] as const),
    ]);
    const namesByRole = new Map(members);
    const accounts = (page.Users ?? []).map((user) =>
      toPoolAccount(
        user,
        roles.filter((role) => namesByRole.get(role)?.has(user.Username ?? '')),
      ),
    );
    return { accounts, next: page.PaginationToken ?? null };
  };

  return {
    list,
    /** Every account: an office has some dozens. */
    async listAll(): Promise<PoolAccount[]> {
      const all: PoolAccount[] = [];
      let token: string | null = null;
      do {
        const page: AccountList = await list({ limit: usersPerCall, token });
        all.push(...page.accounts);
        token = page.next;
      } while (token !== null);
      return all;
    },
  };
};

/** An account of a user as Cognito describes it, with the roles that it holds. */
export const toPoolAccount = (user: UserType, held: Role[]): PoolAccount => {
  const { Username = '', Attributes = [], Enabled = false, UserStatus, UserCreateDate } = user;
  return {
    name: Username,
    fullName: attributeOf(Attributes, 'name'),
    email: attributeOf(Attributes, 'email'),
    isEnabled: Enabled,
    isInvited: UserStatus === 'FORCE_CHANGE_PASSWORD',
    createdAt: UserCreateDate ?? new Date(0),
    roles: held,
  };
};

/** The value of a user's attribute; empty without one. */
export const attributeOf = (attributes: readonly AttributeType[], name: string): string =>
  attributes.find(({ Name }) => Name === name)?.Value ?? '';
