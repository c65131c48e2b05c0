import { originSecretParameters } from '../../edge/origin-secret-parameters.ts';
import type { PortalStack } from './portal-stack.ts';
import { rotationSteps } from './rotation-steps.ts';

/** Replaces the secret between the distribution and the functions, while requests are under way. Each step waits for the one before. */
export const rotateOriginSecret = async (
  stack: Pick<PortalStack, 'parameter' | 'setParameters'>,
  newSecret: () => string,
  report: (outcome: string) => void,
) => {
  const sent = Number(await stack.parameter(originSecretParameters.sent));
  for (const { parameters, outcome } of rotationSteps(sent, newSecret)) {
    await stack.setParameters(parameters);
    report(outcome);
  }
};
