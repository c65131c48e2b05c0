import { UserError } from '../cli/user-error.ts';
import { readPoolUsers } from '../local/sign-in/pool-users.ts';
import { readSigner, signAccessToken } from '../local/sign-in/signing-key.ts';

/** An access token of an account of the portal that `npm start` runs with a data directory. Throws `UserError` without either. */
export const localToken = async (dataDirectory: string, name: string): Promise<string> => {
  const signer = await readSigner(dataDirectory);
  const users = readPoolUsers(dataDirectory);
  if (!signer || !users) throw new UserError('No portal found. Run `npm start` first.');
  const user = users.find((candidate) => candidate.name === name && candidate.isEnabled);
  if (!user) throw new UserError(`There is no account '${name}' that may sign in.`);
  return signAccessToken(signer, user);
};
