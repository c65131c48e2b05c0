import { expect, test } from 'vitest';
import { readServiceRequest, type ServiceRequest } from '../../../../infra/local/iam/service-request.ts';

const table = 'arn:aws:dynamodb:local:table/T';
const key = (pk: string) => ({ pk: { S: pk }, sk: { S: 's' } });

const signed = (
  service: string,
  request: { method?: string; url?: string; target?: string; body?: unknown },
) =>
  readServiceRequest({
    method: request.method ?? 'POST',
    url: request.url ?? '/',
    headers: {
      authorization: `AWS4-HMAC-SHA256 Credential=RoleA/20261128/ap-southeast-1/${service}/aws4_request, SignedHeaders=host, Signature=0`,
      ...(request.target !== undefined && { 'x-amz-target': request.target }),
    },
    body: Buffer.from(request.body === undefined ? '' : JSON.stringify(request.body)),
  });
const dynamodb = (operation: string, body: unknown) =>
  signed('dynamodb', { target: `DynamoDB_20120810.${operation}`, body });

const query = {
  TableName: 'T',
  KeyConditionExpression: '#p = :p AND sk < :to',
  ExpressionAttributeNames: { '#p': 'pk' },
  ExpressionAttributeValues: { ':p': { S: 'a' }, ':to': { S: 'z' } },
};

test.each<[string, ServiceRequest | null, ServiceRequest['calls']]>([
  [
    'an item',
    dynamodb('GetItem', { TableName: 'T', Key: key('a') }),
    [{ action: 'dynamodb:GetItem', resource: table, leadingKeys: ['a'] }],
  ],
  [
    'all items of a batch, by table',
    dynamodb('BatchGetItem', {
      RequestItems: { T: { Keys: [key('a'), key('b')] }, U: { Keys: [key('c')] } },
    }),
    [
      { action: 'dynamodb:BatchGetItem', resource: table, leadingKeys: ['a', 'b'] },
      { action: 'dynamodb:BatchGetItem', resource: 'arn:aws:dynamodb:local:table/U', leadingKeys: ['c'] },
    ],
  ],
  [
    'the actions of a transaction',
    dynamodb('TransactWriteItems', {
      TransactItems: [
        { Put: { TableName: 'T', Item: key('a') } },
        { ConditionCheck: { TableName: 'T', Key: key('b') } },
        { Put: { TableName: 'T', Item: key('c') } },
      ],
    }),
    [
      { action: 'dynamodb:PutItem', resource: table, leadingKeys: ['a', 'c'] },
      { action: 'dynamodb:ConditionCheckItem', resource: table, leadingKeys: ['b'] },
    ],
  ],
  ['a query', dynamodb('Query', query), [{ action: 'dynamodb:Query', resource: table, leadingKeys: ['a'] }]],
  [
    'a query whose sort key comes first',
    dynamodb('Query', { ...query, KeyConditionExpression: 'sk = :to AND pk = :p' }),
    [{ action: 'dynamodb:Query', resource: table, leadingKeys: ['a'] }],
  ],
  [
    'an index',
    dynamodb('Query', { ...query, IndexName: 'i' }),
    [{ action: 'dynamodb:Query', resource: `${table}/index/i` }],
  ],
  [
    'a scan, which names no key',
    dynamodb('Scan', { TableName: 'T' }),
    [{ action: 'dynamodb:Scan', resource: table, leadingKeys: [] }],
  ],
  [
    'an object',
    signed('s3', { method: 'PUT', url: '/bucket/images/a%20b?x-id=PutObject' }),
    [{ action: 's3:PutObject', resource: 'arn:aws:s3:::bucket/images/a b' }],
  ],
  [
    'a bucket',
    signed('s3', { method: 'GET', url: '/bucket?list-type=2' }),
    [{ action: 's3:ListBucket', resource: 'arn:aws:s3:::bucket' }],
  ],
  [
    'a queue',
    signed('sqs', { target: 'AmazonSQS.SendMessage', body: { QueueUrl: 'http://127.0.0.1/0/Dead' } }),
    [{ action: 'sqs:SendMessage', resource: 'arn:aws:sqs:local:Dead' }],
  ],
  [
    'a user pool',
    signed('cognito-idp', {
      target: 'AWSCognitoIdentityProviderService.AdminGetUser',
      body: { UserPoolId: 'P' },
    }),
    [{ action: 'cognito-idp:AdminGetUser', resource: 'arn:aws:cognito-idp:local:userpool/P' }],
  ],
  [
    'a distribution',
    signed('cloudfront', { url: '/2020-05-31/distribution/D/invalidation' }),
    [
      {
        action: 'cloudfront:CreateInvalidation',
        resource: 'arn:aws:cloudfront::000000000000:distribution/D',
      },
    ],
  ],
])('reads a request for %s', (_, request, calls) => {
  expect(request).toMatchObject({ accessKeyId: 'RoleA', calls });
});

test('a request for an object needs the bucket too when there is none', () => {
  const request = signed('s3', { method: 'HEAD', url: '/bucket/snapshots/a' });
  expect(request?.ifMissing).toEqual({ action: 's3:ListBucket', resource: 'arn:aws:s3:::bucket' });
});

test('reads who signed the form of a browser, and its key', async () => {
  const form = new FormData();
  form.set('bucket', 'bucket');
  form.set('key', 'uploads/1');
  form.set('X-Amz-Credential', 'RoleA/20261128/ap-southeast-1/s3/aws4_request');
  form.set('file', new Blob(['name="key"\r\n\r\nuploads/2\r\n']));
  const posted = new Request('http://s3/bucket', { method: 'POST', body: form });
  const headers = { 'content-type': posted.headers.get('content-type') ?? '' };
  const body = Buffer.from(await posted.arrayBuffer());
  expect(readServiceRequest({ method: 'POST', url: '/bucket', headers, body })).toMatchObject({
    accessKeyId: 'RoleA',
    calls: [{ action: 's3:PutObject', resource: 'arn:aws:s3:::bucket/uploads/1' }],
  });
});

test('reads no unsigned request', () => {
  const request = { method: 'GET', url: '/bucket/a', headers: {}, body: Buffer.alloc(0) };
  expect(readServiceRequest(request)).toBeNull();
});
