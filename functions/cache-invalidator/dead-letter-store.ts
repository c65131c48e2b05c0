import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';

/** A queue, by its address; the Region's endpoint is called, as it is of every other service. */
export const queueStore = (QueueUrl: string, sqs = new SQSClient({ useQueueUrlAsEndpoint: false })) => ({
  put: (message: unknown) =>
    sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(message) })),
});
