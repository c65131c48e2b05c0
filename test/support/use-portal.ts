import { afterAll } from 'vitest';
import { type PortalOptions, startPortal } from '../../infra/local/portal.ts';
import { synthesize } from '../../infra/local/template/synth.ts';

/** The synthesized stack, running for one suite on engines of its own: nothing kept, any free port, ended with the suite. */
export const aPortal = async (options: Partial<PortalOptions> = {}) => {
  const { directory } = await synthesize();
  const portal = await startPortal({ templateDirectory: directory, port: 0, ...options });
  afterAll(() => portal.close());
  return portal;
};
