import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { httpProxy, type Outcome, type ProxyRequest } from '../../../infra/local/http-proxy.ts';
import type { PortalError } from '../../../shared/errors.ts';
import { DynamodbRefusal, dynamodbClient } from '../../../shared/table/dynamodb-client.ts';
import { expectSameRequests } from '../../support/signature-v4.ts';

const received: ProxyRequest[] = [];
let outcomes: Outcome[] = [];
/** Answers with the outcomes in turn; the last one again and again. */
const server = httpProxy(async (request) => {
  received.push(request);
  return outcomes[Math.min(received.length, outcomes.length) - 1] ?? 'drop';
});
const endpoint = await server.start();
afterAll(server.stop);
beforeEach(() => {
  received.length = 0;
});

const region = 'ap-southeast-1';
const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'bi-mat', sessionToken: 'phien/+=' };
const client = dynamodbClient({ endpoint, region, credentials, timeoutMs: 200 });
const input = { TableName: 'Nội dung', Key: { pk: { S: 'tổ 5' } } };

const reply = (status: number, body: unknown): Outcome => ({
  status,
  headers: { 'content-type': 'application/x-amz-json-1.0' },
  body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
});
const refusal = (name: string, more = {}) =>
  reply(400, { __type: `com.amazonaws.dynamodb.v20120810#${name}`, message: 'why', ...more });
const done = reply(200, { Item: { pk: { S: 'tổ 5' } } });

const call = (...answers: Outcome[]) => {
  outcomes = answers;
  return client.call('GetItem', input);
};

test('signs as the SDK does', async () => {
  await call(done);
  await new DynamoDBClient({ endpoint, region, credentials }).send(new GetItemCommand(input));
  expectSameRequests(received, credentials.secretAccessKey);
});

describe('an attempt that', () => {
  test.each<[string, Outcome]>([
    ['is throttled', refusal('ProvisionedThroughputExceededException')],
    ['exceeds the limit of requests', refusal('RequestLimitExceeded')],
    ['is throttled by the front end', refusal('ThrottlingException')],
    ['meets itself', refusal('TransactionInProgressException')],
    ['meets an error of the server', reply(500, { __type: 'x#InternalServerError' })],
    ['meets a gateway without JSON', reply(503, '<html>')],
    ['loses its connection', 'drop'],
    ['has no reply in time', 'hold'],
    ['has a reply that is cut short', reply(200, '{"Item":')],
  ])('%s is repeated, three times at most', async (_, outcome) => {
    await expect(call(outcome, done)).resolves.toEqual({ Item: { pk: { S: 'tổ 5' } } });
    expect(received).toHaveLength(2);
    received.length = 0;
    await expect(call(outcome)).rejects.toMatchObject({ code: 'unavailable' } satisfies Partial<PortalError>);
    expect(received).toHaveLength(3);
  });

  test.each(['ValidationException', 'AccessDeniedException', 'ResourceNotFoundException'])(
    'is refused by %s is not repeated',
    async (name) => {
      const error = await call(refusal(name)).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(DynamodbRefusal);
      expect(error).toMatchObject({ name, message: 'why' });
      expect(received).toHaveLength(1);
    },
  );
});

test('repeats a transaction with its token, and takes another for the next', async () => {
  const commit = () => client.call('TransactWriteItems', { TransactItems: [] });
  outcomes = ['drop', reply(200, {})];
  await commit();
  outcomes = [reply(200, {})];
  await commit();
  const tokens = received.map(({ body }) => JSON.parse(String(body)).ClientRequestToken);
  expect(tokens[0]).toMatch(/^[\w-]{36}$/);
  expect(tokens[1]).toBe(tokens[0]);
  expect(tokens[2]).not.toBe(tokens[0]);
});

test('gives the reasons of a cancelled transaction, in order', async () => {
  const reasons = [{ Code: 'None' }, { Code: 'ConditionalCheckFailed' }];
  await expect(
    call(refusal('TransactionCanceledException', { CancellationReasons: reasons })),
  ).rejects.toMatchObject({ name: 'TransactionCanceledException', reasons });
});

test('keeps its connection', async () => {
  outcomes = [done];
  await call(done);
  await call(done);
  expect(received.map(({ headers }) => headers.connection)).toEqual(['keep-alive', 'keep-alive']);
});
