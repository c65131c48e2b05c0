import { synthesize } from '../../infra/local/template/synth.ts';

/** Synthesizes once, before suites that run concurrently. */
export const setup = async () => {
  const { cached, seconds } = await synthesize();
  if (!cached) console.log(`The stack was synthesized in ${seconds.toFixed(1)} s.`);
};
