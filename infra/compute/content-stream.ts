import { Aws, Duration, Validations } from 'aws-cdk-lib';
import type { ITableV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { PortalFunction } from './portal-function.ts';

/** The items whose change readers can see: an article's live version, and the site's settings. */
const followedSortKeys = ['LIVE', 'SETTINGS'];

type Props = { table: TableV2; invalidator: PortalFunction; distributionId: string };

/** The event source mapping from the content table's stream to `cache-invalidator`, with its dead-letter queue. */
export class ContentStream extends Construct {
  readonly deadLetterQueue: Queue;

  constructor(scope: Construct, id: string, { table, invalidator, distributionId }: Props) {
    super(scope, id);
    const { function: fn, role } = invalidator;

    this.deadLetterQueue = new Queue(this, 'DeadLetterQueue', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    Validations.of(this.deadLetterQueue).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'This is the dead-letter queue itself; the alarm is about messages that nobody reads.',
    });

    fn.addEnvironment('DISTRIBUTION_ID', distributionId);
    fn.addEnvironment('DEAD_LETTER_QUEUE_URL', this.deadLetterQueue.queueUrl);
    role.addToPolicy(
      new PolicyStatement({
        actions: ['cloudfront:CreateInvalidation'],
        resources: [`arn:${Aws.PARTITION}:cloudfront::${Aws.ACCOUNT_ID}:distribution/${distributionId}`],
      }),
    );
    // Alone: `grantSendMessages`, and `SqsDlq` by it, would let the function read the queue's attributes too.
    role.addToPolicy(
      new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [this.deadLetterQueue.queueArn] }),
    );

    fn.addEventSource(
      new DynamoEventSource(table as ITableV2, {
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize: 100,
        // Pages being rendered from before the change are cached by then, and invalidated with the rest.
        maxBatchingWindow: Duration.seconds(1),
        bisectBatchOnError: true,
        // CloudFront may be unavailable for hours; a late correction is better than one that never comes.
        maxRecordAge: Duration.hours(12),
        retryAttempts: -1,
        onFailure: { bind: () => ({ destination: this.deadLetterQueue.queueArn }) },
        filters: [
          FilterCriteria.filter({ dynamodb: { Keys: { sk: { S: FilterRule.or(...followedSortKeys) } } } }),
        ],
      }),
    );
  }

  /** Lets a function count the dead letters, and not read them. */
  letCountDeadLetters({ function: fn, role }: PortalFunction) {
    fn.addEnvironment('DEAD_LETTER_QUEUE_URL', this.deadLetterQueue.queueUrl);
    role.addToPolicy(
      new PolicyStatement({
        actions: ['sqs:GetQueueAttributes'],
        resources: [this.deadLetterQueue.queueArn],
      }),
    );
  }
}
