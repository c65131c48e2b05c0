import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  DynamoDBClient,
  ResourceNotFoundException,
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

/** Creates the tables of the template that the engine does not have yet. A table's name is its logical id. */
export const createTables = async (template: Template, resolve: Resolve, engineUrl: string) => {
  const dynamodb = new DynamoDBClient({ endpoint: engineUrl, ...localCredentials });
  for (const { id, Properties } of ofType(template, 'AWS::DynamoDB::GlobalTable')) {
    const { StreamSpecification, TimeToLiveSpecification, ...properties } = resolve(
      Properties,
    ) as TableProperties;
    if (await exists(dynamodb, id)) continue;
    const { AttributeDefinitions, KeySchema, GlobalSecondaryIndexes, BillingMode } = properties;
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

const exists = async (dynamodb: DynamoDBClient, TableName: string) => {
  try {
    await dynamodb.send(new DescribeTableCommand({ TableName }));
    return true;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return false;
    throw error;
  }
};
