import { originSecretParameters } from '../../edge/origin-secret-parameters.ts';

/** An update of a stack: the parameters that it sets, and what is true when it is complete. */
type RotationStep = { parameters: Record<string, string>; outcome: string };

/**
 * The updates that replace the secret of a distribution. During and after each of them, in whatever order it reaches functions and edge
 * locations, the functions accept what is sent; so they do when a rotation is broken off and begun anew. `sent` is the index of the secret
 * that is sent now.
 */
export const rotationSteps = (sent: number, newSecret: () => string): RotationStep[] => {
  const { secrets, sent: sentParameter } = originSecretParameters;
  const [current, next] = sent === 0 ? secrets : [secrets[1], secrets[0]];
  return [
    { parameters: { [next]: newSecret() }, outcome: 'The functions accept the new secret too' },
    { parameters: { [sentParameter]: String(1 - sent) }, outcome: 'The distribution sends the new secret' },
    { parameters: { [current]: newSecret() }, outcome: 'The functions no longer accept the former one' },
  ];
};
