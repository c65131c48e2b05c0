import {
  AttributeType,
  Billing,
  TableEncryptionV2,
  type TablePropsV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import type { Portal } from '../stages.ts';
import { removalPolicy } from './removal-policy.ts';

type Options = Pick<TablePropsV2, 'globalSecondaryIndexes' | 'dynamoStream' | 'timeToLiveAttribute'>;

/** A DynamoDB table with the keys, billing, encryption, recovery and retention that every table of the portal has. */
export const portalTable = (scope: Construct, id: string, portal: Portal, options: Options = {}): TableV2 =>
  new TableV2(scope, id, {
    partitionKey: { name: 'pk', type: AttributeType.STRING },
    sortKey: { name: 'sk', type: AttributeType.STRING },
    billing: Billing.onDemand(),
    encryption: TableEncryptionV2.dynamoOwnedKey(),
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtection: portal.isProtected ?? false,
    removalPolicy: removalPolicy(portal),
    ...options,
  });
