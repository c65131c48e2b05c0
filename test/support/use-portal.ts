import { afterAll } from 'vitest';
import { type PortalOptions, startPortal } from '../../infra/local/portal.ts';
import { synthesize } from '../../infra/local/template/synth.ts';

/** The synthesized stack for one suite, in memory, on free ports; stopped with the suite. */
export const usePortal = async (options: Partial<PortalOptions> = {}) => {
  const { directory } = await synthesize();
  const portal = await startPortal({ templateDirectory: directory, port: 0, ...options });
  afterAll(() => portal.close());
  return portal;
};
