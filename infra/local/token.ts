import { UserError } from '../cli/user-error.ts';
import { readLocalSettings } from './local-settings.ts';
import { isAccount } from './sign-in/accounts.ts';
import { readSigner, signAccessToken } from './sign-in/signing-key.ts';

/** `npm run -s token -- editor`: an access token of a demonstration account, for scripts. */
const printToken = async (account = '') => {
  if (!isAccount(account)) throw new UserError('Usage: npm run -s token -- author|editor|admin');
  const signer = await readSigner(readLocalSettings().dataDirectory);
  if (!signer) throw new UserError('No portal found. Run `npm start` first.');
  console.log(await signAccessToken(signer, account));
};

printToken(process.argv[2]).catch((error) => {
  console.error(error instanceof UserError ? error.message : error);
  process.exit(1);
});
