import { afterAll, describe, expect, test } from 'vitest';
import { localCredentials } from '../../../../infra/local/compute/aws-environment.ts';
import { readFunctionRoles } from '../../../../infra/local/iam/function-roles.ts';
import { startServiceAccess } from '../../../../infra/local/iam/service-access.ts';
import { localReferences } from '../../../../infra/local/template/local-references.ts';
import { resolver } from '../../../../infra/local/template/resolve.ts';
import { ofType } from '../../../../infra/local/template/template.ts';
import { articleKeys } from '../../../../shared/articles/keys.ts';
import { siteKeys } from '../../../../shared/site/keys.ts';
import { contentIndexes } from '../../../../shared/table/content-indexes.ts';
import { dynamodbClient } from '../../../../shared/table/dynamodb-client.ts';
import { connectTable, type Key } from '../../../../shared/table/table-store.ts';
import { templateOf } from '../../../support/templates.ts';
import { aContentTable, engineUrl } from '../../../support/use-table.ts';

const template = templateOf('dev');
const roles = [...readFunctionRoles({ template, resolve: resolver(localReferences(template)) }).values()];
const dynamodb = await engineUrl();
const content = await aContentTable();
const access = await startServiceAccess({
  roles,
  services: { dynamodb, s3: dynamodb, sqs: dynamodb, cloudfront: dynamodb, 'cognito-idp': dynamodb },
});
afterAll(() => access.stop());

const tableId = ofType(template, 'AWS::DynamoDB::GlobalTable').find(({ id }) => id.startsWith('Content'));
/** The content table as a function reaches it. */
const tableOf = (functionName: string) => {
  const accessKeyId = roles.find((role) => role.functionName === functionName)?.accessKeyId ?? functionName;
  const credentials = { ...localCredentials.credentials, accessKeyId };
  const client = dynamodbClient({ ...localCredentials, credentials, endpoint: access.url });
  return { client, table: connectTable(tableId?.id ?? '', client) };
};

const article = articleKeys('hac-van');
const site = siteKeys('hac-van');
const [draft, live] = [article.draft('1'), article.live('1')];
await content.write([draft, live, site.settings(), site.previewKey()].map((key) => ({ put: key })));
const denied = { name: 'AccessDeniedException' };

test('lets an editor’s function read the draft that the others cannot', async () => {
  expect(await tableOf('articles').table.get(draft)).toEqual(draft);
});

describe.each(['pages', 'feeds', 'search', 'visits', 'most-read'])('%s', (name) => {
  const { client, table } = tableOf(name);

  test('reads a live version', async () => {
    expect(await table.getMany([live])).toEqual([live]);
  });

  test.each<[string, Key]>([
    ['a draft', draft],
    ['a revision', article.revision('1', 1)],
    ['the key that opens drafts', site.previewKey()],
    ['an account', { pk: 'hac-van#PEOPLE', sk: 'LOCK' }],
    ['a live version of another site', articleKeys('other').live('1')],
  ])('cannot read %s, alone or in a batch with what it may read', async (_, key) => {
    await expect(table.getMany([key])).rejects.toMatchObject(denied);
    await expect(table.getMany([live, key])).rejects.toMatchObject(denied);
    await expect(table.get(key)).rejects.toMatchObject(denied);
    const KeyConditionExpression = 'pk = :pk';
    await expect(
      table.query({ KeyConditionExpression, ExpressionAttributeValues: { ':pk': key.pk } }),
    ).rejects.toMatchObject(denied);
  });

  test('cannot read the index of drafts', async () => {
    const { name: IndexName, partition } = contentIndexes.editorial;
    const query = {
      IndexName,
      KeyConditionExpression: '#p = :p',
      ExpressionAttributeNames: { '#p': partition },
      ExpressionAttributeValues: { ':p': 'hac-van#draft' },
    };
    await expect(table.query(query)).rejects.toMatchObject(denied);
  });

  test.each(['Scan', 'ExecuteStatement', 'TransactGetItems', 'UpdateItem'])(
    'cannot %s',
    async (operation) => {
      const input = { TableName: tableId?.id, Statement: 'SELECT * FROM x' };
      await expect(client.call(operation as 'GetItem', input)).rejects.toMatchObject(denied);
    },
  );
});

test('refuses who has no role', async () => {
  await expect(tableOf('nobody').table.getMany([live])).rejects.toThrow();
});

test('says what was used and denied', () => {
  expect(access.used()).toContain(
    `pages dynamodb:BatchGetItem arn:aws:dynamodb:local:table/${tableId?.id} hac-van#LIVE#*`,
  );
  expect(access.denied()).toContain(
    `pages dynamodb:BatchGetItem arn:aws:dynamodb:local:table/${tableId?.id} hac-van#ARTICLE#1`,
  );
});
