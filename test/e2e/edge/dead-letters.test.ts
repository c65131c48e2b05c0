import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { expect, test } from 'vitest';
import { localCredentials } from '../../../infra/local/compute/aws-environment.ts';
import { ofType } from '../../../infra/local/template/template.ts';
import type { Health } from '../../../shared/health/health-reply.ts';
import { staffApi } from '../../support/staff-api.ts';
import { templateOf } from '../../support/templates.ts';
import { usePortal } from '../../support/use-portal.ts';

let engineUrl = '';
const portal = await usePortal({
  dynamodbProxy: async (url) => {
    engineUrl = url;
    return url;
  },
});
const { as, published } = staffApi(portal);
const idOf = (type: string, prefix: string) =>
  ofType(templateOf('dev'), type).find(({ id }) => id.startsWith(prefix))?.id ?? '';

test('sends a malformed change to the dead-letter queue, invalidates the site, and processes the others', async () => {
  const dynamodb = DynamoDBDocumentClient.from(
    new DynamoDBClient({ endpoint: engineUrl, ...localCredentials }),
  );
  const sqs = new SQSClient({ endpoint: portal.sqsUrl, ...localCredentials });
  const isHit = async () => (await fetch(portal.url)).headers.get('x-cache') === 'Hit from cloudfront';
  await fetch(portal.url);
  expect(await isHit()).toBe(true);

  const itemsBefore = portal.invalidations.items();
  await dynamodb.send(
    new PutCommand({
      TableName: idOf('AWS::DynamoDB::GlobalTable', 'ContentTable'),
      Item: { pk: 'hac-van#LIVE#broken', sk: 'LIVE', publishedAt: 7 },
    }),
  );
  const QueueUrl = `${portal.sqsUrl}/000000000000/${idOf('AWS::SQS::Queue', 'ContentStreamDeadLetterQueue')}`;
  // A message that was received is in flight, and not counted.
  const count = async () => (await as.editor<Health>('/health')).body.deadLetters.value;
  await expect.poll(count, { timeout: 20_000 }).toBe(1);
  const receive = async () => (await sqs.send(new ReceiveMessageCommand({ QueueUrl }))).Messages?.[0]?.Body;
  let message: string | undefined;
  await expect
    .poll(
      async () => {
        message ??= await receive();
        return message;
      },
      { timeout: 20_000 },
    )
    .toContain('hac-van#LIVE#broken');
  // The invalidation comes after the dead letter: an earlier hit is one of the old page.
  await expect.poll(() => portal.invalidations.items(), { timeout: 20_000 }).toBeGreaterThan(itemsBefore);
  await expect.poll(isHit, { timeout: 10_000 }).toBe(true);

  const items = portal.invalidations.items();
  await published();
  await expect.poll(() => portal.invalidations.items(), { timeout: 20_000 }).toBe(items + 2);
  expect(portal.functionLogs().join('\n')).toContain('A record was sent to the dead-letter queue');
});
