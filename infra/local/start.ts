import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import { withProgress } from '../cli/progress.ts';
import { UserError } from '../cli/user-error.ts';
import { demoSite, loadDemo } from '../demo/load.ts';
import { stackName } from '../stages.ts';
import { readLocalSettings } from './local-settings.ts';
import { type Portal, startPortal } from './portal.ts';
import { synthesize } from './template/synth.ts';
import { onTermination } from './termination.ts';

/** Creates the data directory. Throws a `UserError` when it cannot be read and written. */
const prepareDataDirectory = async (directory: string) => {
  try {
    await mkdir(directory, { recursive: true });
    await access(directory, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new UserError(`The data directory ${directory} cannot be read and written.`, { cause });
  }
};

/** `npm start -- [SITE]`: runs a portal of `stages.ts` on this machine. */
const start = async (site = process.env.PORTAL_SITE ?? '') => {
  const env = { ...process.env, PORTAL_SITE: site };
  const { portal: chosen, port, dataDirectory, hasDemo } = readLocalSettings(env);
  let portal: Portal | undefined;
  let isEnding = false;
  onTermination(async () => {
    if (isEnding) return;
    isEnding = true;
    await portal?.close();
    process.exit(0);
  });

  await prepareDataDirectory(dataDirectory);
  const { directory } = await withProgress('Synthesizing the stack', synthesize);
  portal = await withProgress('Starting its engines and functions', () =>
    startPortal({
      templateDirectory: directory,
      stackId: stackName(chosen),
      port,
      signInPort: port + 1,
      dataDirectory,
      onInvitation: (mail) => console.log(`\nInvitation to ${mail}\n`),
    }),
  );
  if (hasDemo && chosen.site === demoSite) {
    await withProgress('Creating the demonstration', () => loadDemo(portal));
    // The schedule would do it in five minutes.
    await portal.functions['most-read'].invoke({});
  }
  console.log(
    `Sign-in   ${portal.signer.issuer} (accounts author, editor, admin and those they invite; no password)`,
  );
  console.log(`Token     ${site && `PORTAL_SITE=${site} `}npm run -s token -- editor`);
  console.log(`Data      ${dataDirectory}`);
  console.log(`Console   ${portal.url}/quan-tri/`);
  console.log(`ready ${portal.url}`);
};

start(process.argv[2]).catch((error) => {
  console.error(error instanceof UserError ? error.message : error);
  process.exit(1);
});
