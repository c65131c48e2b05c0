import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod/mini';

const attributes = z.object({ ApproximateNumberOfMessages: z.string().check(z.regex(/^\d+$/)) });

const connectSqs = () =>
  new SQSClient({
    useQueueUrlAsEndpoint: false,
    maxAttempts: 2,
    requestHandler: { connectionTimeout: 500, requestTimeout: 1_000, throwOnRequestTimeout: true },
  });

/** The dead-letter queue of `cache-invalidator`, by its URL. */
export const deadLetterStore = (QueueUrl: string, sqs = connectSqs()) => ({
  /** Messages that wait, about: SQS needs up to a minute to count a new one. */
  async count(): Promise<number> {
    const command = new GetQueueAttributesCommand({
      QueueUrl,
      AttributeNames: ['ApproximateNumberOfMessages'],
    });
    const { Attributes } = await sqs.send(command);
    return Number(attributes.parse(Attributes).ApproximateNumberOfMessages);
  },
});
export type DeadLetterStore = ReturnType<typeof deadLetterStore>;
