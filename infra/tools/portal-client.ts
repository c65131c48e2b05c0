import { setTimeout as wait } from 'node:timers/promises';
import { type PortalClient, portalClient } from '../../shared/api/client.ts';
import { UserError } from '../cli/user-error.ts';
import { readLocalSettings } from '../local/local-settings.ts';
import { readSigner } from '../local/sign-in/signing-key.ts';
import { localToken } from './local-token.ts';

/**
 * The API client of a command: for `PORTAL_URL` with the access token in `PORTAL_TOKEN`, or for the portal of `PORTAL_SITE` that
 * `npm start` runs on this machine, as its admin. Throws `UserError` when there is neither.
 */
export const clientFromEnvironment = async (env: NodeJS.ProcessEnv = process.env): Promise<PortalClient> => {
  if (env.PORTAL_URL) {
    const { PORTAL_URL, PORTAL_TOKEN } = env;
    if (!PORTAL_TOKEN) throw new UserError('PORTAL_URL is set: put an access token into PORTAL_TOKEN.');
    return portalClient({ url: PORTAL_URL.replace(/\/+$/, ''), token: async () => PORTAL_TOKEN, wait });
  }
  const { dataDirectory, port } = readLocalSettings(env);
  if (!(await readSigner(dataDirectory))) {
    throw new UserError(
      'There is no portal on this machine: run `npm start`, or set PORTAL_URL and PORTAL_TOKEN.',
    );
  }
  return portalClient({
    url: `http://127.0.0.1:${port}`,
    token: () => localToken(dataDirectory, 'admin'),
    wait,
  });
};
