/** The demonstration's accounts, named for their groups. */
export const accounts = ['author', 'editor', 'admin'] as const;
export type Account = (typeof accounts)[number];

export const isAccount = (name: string): name is Account => accounts.some((account) => account === name);

/**
 * The claims of Cognito's access tokens:
 * https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html
 */
export const accountClaims = (account: string) => ({
  sub: account,
  username: account,
  token_use: 'access',
  'cognito:groups': [account],
});
