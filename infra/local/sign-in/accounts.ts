/** The demonstration's office: each account's name is its group's. */
export const accounts = ['author', 'editor', 'admin'] as const;
export type Account = (typeof accounts)[number];

export const isAccount = (name: string): name is Account => accounts.some((account) => account === name);

/** What Cognito says of a user in an access token: https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html */
export const accountClaims = (account: string) => ({
  sub: account,
  username: account,
  token_use: 'access',
  'cognito:groups': [account],
});
