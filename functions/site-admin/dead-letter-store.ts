import aws4 from 'aws4';
import * as z from 'zod/mini';
import type { readQueueConnection } from '../../shared/env.ts';

const reply = z.object({
  Attributes: z.object({ ApproximateNumberOfMessages: z.string().check(z.regex(/^\d+$/)) }),
});
/** Of the one attempt: the page can be asked again. */
const timeoutMs = 1_500;

/**
 * The dead-letter queue of `cache-invalidator`, by its URL. One call of SQS's JSON protocol, because the SDK would double the bundle:
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-making-api-requests-json.html
 */
export const deadLetterStore = (
  QueueUrl: string,
  { endpoint, region, credentials }: ReturnType<typeof readQueueConnection>,
) => ({
  /** Messages that wait, about: SQS needs up to a minute to count a new one. Throws when SQS refuses or does not answer. */
  async count(): Promise<number> {
    const body = JSON.stringify({ QueueUrl, AttributeNames: ['ApproximateNumberOfMessages'] });
    const { headers } = aws4.sign(
      {
        method: 'POST',
        // With a port, where it is not the default.
        host: new URL(endpoint).host,
        path: '/',
        service: 'sqs',
        region,
        headers: {
          'content-type': 'application/x-amz-json-1.0',
          'x-amz-target': 'AmazonSQS.GetQueueAttributes',
        },
        body,
      },
      credentials,
    );
    const answer = await fetch(endpoint, {
      method: 'POST',
      headers: headers as Record<string, string>,
      body,
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!answer.ok) throw new Error(`SQS refused: ${answer.status} ${await answer.text()}`);
    return Number(reply.parse(await answer.json()).Attributes.ApproximateNumberOfMessages);
  },
});
export type DeadLetterStore = ReturnType<typeof deadLetterStore>;
