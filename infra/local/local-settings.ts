import { resolve } from 'node:path';
import { UserError } from '../cli/user-error.ts';

/** Settings of `npm start`, from the environment. */
export type LocalSettings = { port: number; dataDirectory: string; hasDemo: boolean };

const root = resolve(import.meta.dirname, '../..');

/** Reads `PORT` (3000), `PORTAL_DATA` (`.local`) and `PORTAL_DEMO` (1). Throws a `UserError` for an invalid port. */
export const readLocalSettings = (env: NodeJS.ProcessEnv = process.env): LocalSettings => {
  const port = Number(env.PORT || 3000);
  // The sign-in service uses the next port.
  if (!Number.isInteger(port) || port < 1 || port > 65_534) {
    throw new UserError(`PORT must be a number from 1 to 65534, not ${env.PORT}.`);
  }
  return {
    port,
    dataDirectory: resolve(root, env.PORTAL_DATA || '.local'),
    hasDemo: env.PORTAL_DEMO !== '0',
  };
};
