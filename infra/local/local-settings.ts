import { resolve } from 'node:path';
import { UserError } from '../cli/user-error.ts';
import { type Portal, portals } from '../stages.ts';
import { choosePortal } from './choose-portal.ts';

/** Settings of `npm start` and of the commands that call the portal it runs. */
export type LocalSettings = { portal: Portal; port: number; dataDirectory: string; hasDemo: boolean };

const root = resolve(import.meta.dirname, '../..');

/**
 * Reads `PORTAL_SITE` (the first of `stages.ts`), `PORT` (3000), `PORTAL_DATA` (`.local`, in which each site has a folder) and
 * `PORTAL_DEMO` (1). Throws a `UserError` for an unknown site or an invalid port.
 */
export const readLocalSettings = (env: NodeJS.ProcessEnv = process.env): LocalSettings => {
  const portal = choosePortal(portals, env.PORTAL_SITE);
  const port = Number(env.PORT || 3000);
  // The sign-in service uses the next port.
  if (!Number.isInteger(port) || port < 1 || port > 65_534) {
    throw new UserError(`PORT must be a number from 1 to 65534, not ${env.PORT}.`);
  }
  return {
    portal,
    port,
    dataDirectory: resolve(root, env.PORTAL_DATA || '.local', portal.site),
    hasDemo: env.PORTAL_DEMO !== '0',
  };
};
