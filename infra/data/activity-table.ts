import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, Billing, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import { activityIndex } from '../../shared/table/activity-index.ts';
import type { Stage } from '../stages.ts';

/**
 * Who did what, when: see `shared/activity`. A table of its own, so that the policies can say what no policy on a part of the content could:
 * functions add to it and read it, and none may update or delete.
 */
export class ActivityTable extends Construct {
  readonly tableName: string;
  readonly tableArn: string;

  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id);
    const table = new TableV2(this, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billing: Billing.onDemand(),
      encryption: TableEncryptionV2.dynamoOwnedKey(),
      globalSecondaryIndexes: [
        {
          indexName: activityIndex.name,
          partitionKey: { name: activityIndex.partition, type: AttributeType.STRING },
          sortKey: { name: 'sk', type: AttributeType.STRING },
        },
      ],
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: stage.retainsData,
      removalPolicy: stage.retainsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    this.tableName = table.tableName;
    this.tableArn = table.tableArn;
  }
}
