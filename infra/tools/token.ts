import { commandCallbacks } from '../api/callbacks.ts';
import { readArguments } from '../cli/read-arguments.ts';
import { runCommand } from '../cli/run-command.ts';
import { readLocalSettings } from '../local/local-settings.ts';
import { localToken } from './local-token.ts';
import { browserSignIn } from './sign-in/browser-sign-in.ts';
import { readLoginSettings } from './sign-in/login-settings.ts';

const usage = 'npm run -s token -- <account>, or the address of a portal';

/** As long as the code of a sign-in is valid. */
const timeoutMs = 5 * 60_000;

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
  console.log(
    from.includes('://')
      ? await portalToken(from)
      : await localToken(readLocalSettings().dataDirectory, from),
  );
};

await runCommand(printToken);
