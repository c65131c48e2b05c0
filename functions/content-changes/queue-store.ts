import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';

/** A queue, by its address. */
export const queueStore = (QueueUrl: string, sqs = new SQSClient({})) => ({
  put: (message: unknown) =>
    sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(message) })),
});
