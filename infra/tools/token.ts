import { commandCallbacks } from '../api/callbacks.ts';
import { readArguments } from '../cli/read-arguments.ts';
import { runCommand } from '../cli/run-command.ts';
import { UserError } from '../cli/user-error.ts';
import { readLocalSettings } from '../local/local-settings.ts';
import { type Account, isAccount } from '../local/sign-in/accounts.ts';
import { readSigner, signAccessToken } from '../local/sign-in/signing-key.ts';
import { browserSignIn } from './sign-in/browser-sign-in.ts';
import { readLoginSettings } from './sign-in/login-settings.ts';

const usage = 'npm run -s token -- author|editor|admin, or the address of a portal';

/** As long as the code of a sign-in is valid. */
const timeoutMs = 5 * 60_000;

/** A token of a demonstration account of the portal that `npm start` runs. */
const localToken = async (account: Account): Promise<string> => {
  const signer = await readSigner(readLocalSettings().dataDirectory);
  if (!signer) throw new UserError('No portal found. Run `npm start` first.');
  return signAccessToken(signer, account);
};

/** A token of whoever signs in at a portal, by a browser on this machine. */
const portalToken = async (address: string): Promise<string> =>
  browserSignIn(await readLoginSettings(address), {
    callbacks: commandCallbacks,
    timeoutMs,
    show: (url) => console.error(`Open this address in a browser on this machine, and sign in:\n\n${url}\n`),
  });

/** `npm run -s token -- editor`, or `-- https://hacvan.example`: prints an access token, for scripts, and nothing else to stdout. */
const printToken = async () => {
  const [from = ''] = readArguments(usage, { atLeast: 1 }).positionals;
  if (!isAccount(from) && !from.includes('://')) {
    throw new UserError(`There is no account '${from}'. Usage: ${usage}`);
  }
  console.log(isAccount(from) ? await localToken(from) : await portalToken(from));
};

await runCommand(printToken);
