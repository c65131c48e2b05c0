import { Duration, Stack, Validations } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { ContentTable } from '../data/content-table.ts';
import type { Stage } from '../stages.ts';
import { PortalFunction } from './portal-function.ts';

/** What readers see, and what every page shows: the items of the table whose change anything must follow. */
const followedSortKeys = ['LIVE', 'SETTINGS'];

type Props = { stage: Stage; content: ContentTable; distributionId: string };

/** What follows a change of the content: the edge forgets the pages that it has made untrue. */
export class ContentStream extends Construct {
  constructor(scope: Construct, id: string, { stage, content, distributionId }: Props) {
    super(scope, id);
    const putAside = new Queue(this, 'PutAside', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    Validations.of(putAside).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'This is the queue of what was given up; what nobody reads there is what the alarm is about.',
    });

    const { function: follow, role } = new PortalFunction(this, 'cache-invalidator', {
      stage,
      memoryMb: 256,
      timeoutSeconds: 30,
      environment: { DISTRIBUTION_ID: distributionId, PUT_ASIDE_QUEUE_URL: putAside.queueUrl },
    });
    const { account, partition } = Stack.of(this);
    role.addToPolicy(
      new PolicyStatement({
        actions: ['cloudfront:CreateInvalidation'],
        resources: [`arn:${partition}:cloudfront::${account}:distribution/${distributionId}`],
      }),
    );
    putAside.grantSendMessages(role);

    follow.addEventSource(
      new DynamoEventSource(content.table, {
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize: 100,
        // Lets what was being rendered from before the change be kept first, so that it is forgotten with the rest.
        maxBatchingWindow: Duration.seconds(1),
        bisectBatchOnError: true,
        // CloudFront may be out of reach for hours; a correction that is late is better than one that never comes.
        maxRecordAge: Duration.hours(12),
        retryAttempts: -1,
        onFailure: new SqsDlq(putAside),
        filters: [
          FilterCriteria.filter({ dynamodb: { Keys: { sk: { S: FilterRule.or(...followedSortKeys) } } } }),
        ],
      }),
    );

    new Alarm(this, 'SomethingPutAside', {
      alarmDescription:
        'A change of the news did not reach the edge: readers may see old pages for up to a day. Look at the message in the queue, then invalidate /*.',
      metric: putAside.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(1) }),
      threshold: 1,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
  }
}
