import { isAccount } from './accounts.ts';
import { readLocalSettings } from './local-settings.ts';
import { PlainError } from './plain-error.ts';
import { readSigner, signAccessToken } from './signing-key.ts';

/** `npm run -s token -- editor`: an access token of a demonstration account, for scripts. */
const printToken = async (account = '') => {
  if (!isAccount(account)) throw new PlainError('Which account? npm run -s token -- author|editor|admin');
  const signer = await readSigner(readLocalSettings().dataDirectory);
  if (!signer) throw new PlainError('There is no portal here yet: run `npm start` first.');
  console.log(await signAccessToken(signer, account));
};

printToken(process.argv[2]).catch((error) => {
  console.error(error instanceof PlainError ? error.message : error);
  process.exit(1);
});
