import { DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, expect, test } from 'vitest';
import { localCredentials } from '../../../infra/local/compute/aws-environment.ts';
import { startDynamodb } from '../../../infra/local/data/dynamodb.ts';
import { createTables } from '../../../infra/local/data/tables.ts';
import { localReferences } from '../../../infra/local/template/local-references.ts';
import { resolver } from '../../../infra/local/template/resolve.ts';
import type { Template } from '../../../infra/local/template/template.ts';
import { templateOf } from '../../support/templates.ts';

const template = templateOf('dev');
const engine = await startDynamodb();
afterAll(() => engine.stop());
const dynamodb = new DynamoDBClient({ endpoint: engine.url, ...localCredentials });
const create = (of: Template) => createTables(of, resolver(localReferences(template)), engine.url);

/** The template as it was before the index by person. */
const older: Template = {
  ...template,
  resources: template.resources.map((resource) => {
    const { GlobalSecondaryIndexes: indexes, AttributeDefinitions: attributes } = resource.Properties;
    if (!Array.isArray(indexes) || !Array.isArray(attributes)) return resource;
    return {
      ...resource,
      Properties: {
        ...resource.Properties,
        GlobalSecondaryIndexes: indexes.filter(({ IndexName }) => IndexName !== 'by-person'),
        AttributeDefinitions: attributes.filter(({ AttributeName }) => AttributeName !== 'personKey'),
      },
    };
  }),
};

test('adds to the tables of an older portal the indexes that they lack', async () => {
  const indexes = async () => {
    const [{ id: TableName = '' } = {}] = template.resources.filter(({ id }) =>
      id.startsWith('ActivityTable'),
    );
    const { Table } = await dynamodb.send(new DescribeTableCommand({ TableName }));
    return Table?.GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName).sort();
  };
  await create(older);
  expect(await indexes()).toEqual(['by-subject']);
  await create(template);
  await create(template);
  expect(await indexes()).toEqual(['by-person', 'by-subject']);
});
