import { pseudoParameters } from '../compute/aws-environment.ts';

/** The local name of a bucket: its logical id in lower case. */
export const bucketName = (logicalId: string) => logicalId.toLowerCase();

/** The local URL of a queue. The SDK uses its own endpoint and only the queue's name of this. */
export const queueUrl = (logicalId: string) =>
  `http://127.0.0.1/${pseudoParameters['AWS::AccountId']}/${logicalId}`;
