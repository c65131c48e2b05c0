import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

/** Alarms as soon as a change of the content could not be turned into an invalidation. */
export class DeadLetterAlarm extends Construct {
  constructor(scope: Construct, id: string, { queue }: { queue: IQueue }) {
    super(scope, id);
    new Alarm(this, 'Alarm', {
      alarmDescription:
        'A change of the news did not reach the edge: readers may see old pages for up to a day. Look at the message in the queue, then invalidate /*.',
      metric: queue.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(1) }),
      threshold: 1,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
  }
}
