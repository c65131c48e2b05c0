import type { PoolUser } from './pool-user.ts';

/** The demonstration's accounts, named for their groups. */
const accounts = ['author', 'editor', 'admin'] as const;
type Account = (typeof accounts)[number];

const fullNames: Readonly<Record<Account, string>> = {
  author: 'Lê Minh Thư',
  editor: 'Trần Thanh Hà',
  admin: 'Phạm Hồng Sơn',
};

/** The users of a new pool. */
export const demoUsers = (now: Date): PoolUser[] =>
  accounts.map((name) => ({
    name,
    sub: `00000000-0000-4000-8000-00000000000${accounts.indexOf(name)}`,
    attributes: { name: fullNames[name], email: `${name}@hacvan.example`, email_verified: 'true' },
    isEnabled: true,
    status: 'CONFIRMED',
    groups: [name],
    createdAt: now.toISOString(),
    modifiedAt: now.toISOString(),
  }));

/**
 * The claims of Cognito's access tokens. Who is in no group has no claim of groups.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html
 */
export const userClaims = ({ name, sub, groups }: PoolUser) => ({
  sub,
  username: name,
  token_use: 'access',
  ...(groups.length > 0 && { 'cognito:groups': groups }),
});
