import { synthesize } from '../../infra/local/template/synth.ts';

/** Synthesizes before any suite needs it, so that suites side by side do not do it twice. */
export const setup = async () => {
  const { cached, seconds } = await synthesize();
  if (!cached) console.log(`The stack was synthesized in ${seconds.toFixed(1)} s.`);
};
