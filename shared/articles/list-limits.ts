/** Characters of the words that are looked for in titles. */
export const maxWordsLength = 100;
/** Characters of a user name: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminCreateUser.html */
export const maxUserNameLength = 128;
