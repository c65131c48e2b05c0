import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { deadLetterStore } from '../../../functions/site-admin/dead-letter-store.ts';
import { httpProxy, type ProxyRequest } from '../../../infra/local/http-proxy.ts';
import { expectSameRequests } from '../../support/signature-v4.ts';

const received: ProxyRequest[] = [];
let reply = { status: 200, body: '' };
const server = httpProxy(async (request) => {
  received.push(request);
  return {
    status: reply.status,
    headers: { 'content-type': 'application/x-amz-json-1.0' },
    body: Buffer.from(reply.body),
  };
});
const endpoint = await server.start();
afterAll(server.stop);
beforeEach(() => {
  received.length = 0;
});

const region = 'ap-southeast-1';
const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'bi-mat', sessionToken: 'phien/+=' };
const QueueUrl = 'https://sqs.ap-southeast-1.amazonaws.com/123456789012/hang-doi';
const { count } = deadLetterStore(QueueUrl, { endpoint, region, credentials });

test('asks and signs as the SDK does', async () => {
  reply = { status: 200, body: JSON.stringify({ Attributes: { ApproximateNumberOfMessages: '12' } }) };
  expect(await count()).toBe(12);
  const sqs = new SQSClient({ endpoint, region, credentials, useQueueUrlAsEndpoint: false });
  await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['ApproximateNumberOfMessages'] }),
  );
  expectSameRequests(received, credentials.secretAccessKey);
});

test.each([
  [403, '{"__type":"com.amazonaws.sqs#AccessDeniedException"}'],
  [200, '{"Attributes":{}}'],
  [200, 'not JSON'],
])('throws for the reply %d %s', async (status, body) => {
  reply = { status, body };
  await expect(count()).rejects.toThrow();
});
