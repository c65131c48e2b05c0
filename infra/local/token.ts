import { readArguments } from '../cli/read-arguments.ts';
import { runCommand } from '../cli/run-command.ts';
import { UserError } from '../cli/user-error.ts';
import { readLocalSettings } from './local-settings.ts';
import { isAccount } from './sign-in/accounts.ts';
import { readSigner, signAccessToken } from './sign-in/signing-key.ts';

const usage = 'npm run -s token -- author|editor|admin';

/** `npm run -s token -- editor`: an access token of a demonstration account, for scripts. */
const printToken = async () => {
  const [account = ''] = readArguments(usage, { atLeast: 1 }).positionals;
  if (!isAccount(account)) throw new UserError(`There is no account '${account}'. Usage: ${usage}`);
  const signer = await readSigner(readLocalSettings().dataDirectory);
  if (!signer) throw new UserError('No portal found. Run `npm start` first.');
  console.log(await signAccessToken(signer, account));
};

await runCommand(printToken);
