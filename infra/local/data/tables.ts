import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  DynamoDBClient,
  ResourceNotFoundException,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { localCredentials } from '../compute/aws-environment.ts';
import type { Resolve } from '../template/resolve.ts';
import { ofType, type Template } from '../template/template.ts';

type TableProperties = Pick<
  CreateTableCommandInput,
  'AttributeDefinitions' | 'KeySchema' | 'GlobalSecondaryIndexes' | 'BillingMode'
> & {
  StreamSpecification?: { StreamViewType: 'NEW_AND_OLD_IMAGES' };
  TimeToLiveSpecification?: { AttributeName: string; Enabled: boolean };
};

/** Creates the tables of the template that the engine does not have yet, and the indexes of those that it has. A table's name is its logical id. */
export const createTables = async (template: Template, resolve: Resolve, engineUrl: string) => {
  const dynamodb = new DynamoDBClient({ endpoint: engineUrl, ...localCredentials });
  for (const { id, Properties } of ofType(template, 'AWS::DynamoDB::GlobalTable')) {
    const { StreamSpecification, TimeToLiveSpecification, ...properties } = resolve(
      Properties,
    ) as TableProperties;
    const { AttributeDefinitions, KeySchema, GlobalSecondaryIndexes, BillingMode } = properties;
    const existing = await indexesOf(dynamodb, id);
    if (existing) {
      for (const index of GlobalSecondaryIndexes ?? []) {
        if (index.IndexName === undefined || existing.has(index.IndexName)) continue;
        const GlobalSecondaryIndexUpdates = [{ Create: index }];
        await dynamodb.send(
          new UpdateTableCommand({ TableName: id, AttributeDefinitions, GlobalSecondaryIndexUpdates }),
        );
      }
      continue;
    }
    await dynamodb.send(
      new CreateTableCommand({
        TableName: id,
        AttributeDefinitions,
        KeySchema,
        GlobalSecondaryIndexes,
        BillingMode,
        StreamSpecification: StreamSpecification && { ...StreamSpecification, StreamEnabled: true },
      }),
    );
    if (TimeToLiveSpecification) {
      await dynamodb.send(new UpdateTimeToLiveCommand({ TableName: id, TimeToLiveSpecification }));
    }
  }
  dynamodb.destroy();
};

/** The names of a table's indexes; null for a table that does not exist. */
const indexesOf = async (dynamodb: DynamoDBClient, TableName: string) => {
  try {
    const { Table } = await dynamodb.send(new DescribeTableCommand({ TableName }));
    return new Set(Table?.GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName));
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return null;
    throw error;
  }
};
