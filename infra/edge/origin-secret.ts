import { Aws, CfnParameter, Fn, type Stack } from 'aws-cdk-lib';
import { originSecretParameters } from './origin-secret-parameters.ts';

/** The secret that the distribution sends, and those that functions accept, with a space between two. */
export type OriginSecret = { sent: string; accepted: string };

/**
 * A secret for API Gateway's origin, which no resource holds: parameters cost nothing, a deployment retains their values, and
 * `npm run rotate-origin-secret` replaces them. Before that the UUID of the stack's id, which nobody outside the account knows, is the secret.
 */
export const createOriginSecret = (stack: Stack): OriginSecret => {
  const stackUuid = Fn.select(2, Fn.split('/', Aws.STACK_ID));
  const secrets = originSecretParameters.secrets.map((name) => {
    const parameter = new CfnParameter(stack, name, {
      noEcho: true,
      default: 'initial',
      description: 'Part of a secret between CloudFront and the functions: npm run rotate-origin-secret sets it',
    });
    return `${stackUuid}.${parameter.valueAsString}`;
  });
  const sent = new CfnParameter(stack, originSecretParameters.sent, {
    type: 'Number',
    default: 0,
    allowedValues: secrets.map((_, index) => String(index)),
    description: 'The index of the secret that CloudFront sends: npm run rotate-origin-secret sets it',
  });
  return { sent: Fn.select(sent.valueAsNumber, secrets), accepted: secrets.join(' ') };
};
