import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';

/** The dead-letter queue, by its URL. The SDK calls the Region's endpoint, as for every other service. */
export const deadLetterStore = (QueueUrl: string, sqs = new SQSClient({ useQueueUrlAsEndpoint: false })) => ({
  put: (message: unknown) =>
    sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(message) })),
});
