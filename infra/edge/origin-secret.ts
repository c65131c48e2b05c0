import { Aws, CfnParameter, Fn, type Stack } from 'aws-cdk-lib';
import { originSecretParameters } from './origin-secret-parameters.ts';

/** The secret that the distribution sends, and those that functions accept, with a space between two. */
export type OriginSecret = { sent: string; accepted: string };

/**
 * A secret for API Gateway's origin, which no resource holds: parameters cost nothing, a deployment retains their values, and `npm run rotate`
 * replaces them. Until then it is the UUID in the stack's id, which nobody outside the account knows.
 */
export const createOriginSecret = (stack: Stack): OriginSecret => {
  const stackUuid = Fn.select(2, Fn.split('/', Aws.STACK_ID));
  const parameters = originSecretParameters.secrets.map(
    (name) =>
      new CfnParameter(stack, name, {
        noEcho: true,
        default: 'initial',
        description: 'A secret between CloudFront and the functions, set by npm run rotate',
      }).valueAsString,
  );
  const sent = new CfnParameter(stack, originSecretParameters.sent, {
    type: 'Number',
    default: 0,
    allowedValues: parameters.map((_, index) => String(index)),
    description: 'The index of the secret that CloudFront sends, set by npm run rotate',
  });
  const secretOf = (parameter: string) => `${stackUuid}.${parameter}`;
  return {
    sent: secretOf(Fn.select(sent.valueAsNumber, parameters)),
    accepted: parameters.map(secretOf).join(' '),
  };
};
