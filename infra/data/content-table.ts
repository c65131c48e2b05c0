import { RemovalPolicy } from 'aws-cdk-lib';
import {
  AttributeType,
  Billing,
  type ITableV2,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import { contentIndexes } from '../../shared/table/content-indexes.ts';
import type { Stage } from '../stages.ts';

/** What editors write: see `shared/articles/keys.ts` for its items. */
export class ContentTable extends Construct {
  readonly tableName: string;
  readonly tableArn: string;
  readonly table: ITableV2;

  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id);
    const table = new TableV2(this, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billing: Billing.onDemand(),
      encryption: TableEncryptionV2.dynamoOwnedKey(),
      globalSecondaryIndexes: Object.values(contentIndexes).map((index) => ({
        indexName: index.name,
        partitionKey: { name: index.partition, type: AttributeType.STRING },
        sortKey: { name: index.sort, type: AttributeType.STRING },
        projectionType: ProjectionType.INCLUDE,
        nonKeyAttributes: [...index.attributes],
      })),
      // The stream is the outbox: what must follow a change hangs on it.
      dynamoStream: StreamViewType.NEW_AND_OLD_IMAGES,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: stage.retainsData,
      removalPolicy: stage.retainsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    this.tableName = table.tableName;
    this.tableArn = table.tableArn;
    this.table = table as ITableV2; // `TableV2` fails only TypeScript's exactOptionalPropertyTypes.
  }
}
