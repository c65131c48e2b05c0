import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';

/** Services that publish, and what of this account they publish for. */
const publishers = [
  { service: 'cloudwatch', resource: 'alarm:*' },
  { service: 'events', resource: 'rule/*' },
];

/**
 * The topic of a portal's alarms and failed backups. Its policy replaces SNS's own, which would let the services of AWS publish, so it names
 * them. It has no customer managed key: CloudWatch cannot use the key that AWS manages for SNS, and another is 1 USD a month.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-conditions.html
 */
export class OperatorTopic extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, { email }: { email: string | undefined }) {
    super(scope, id);
    const { account, partition, region } = Stack.of(this);
    this.topic = new Topic(this, 'Topic', { enforceSSL: true });
    for (const { service, resource } of publishers) {
      this.topic.addToResourcePolicy(
        new PolicyStatement({
          principals: [new ServicePrincipal(`${service}.amazonaws.com`)],
          actions: ['sns:Publish'],
          resources: [this.topic.topicArn],
          conditions: {
            StringEquals: { 'aws:SourceAccount': account },
            ArnLike: { 'aws:SourceArn': `arn:${partition}:${service}:${region}:${account}:${resource}` },
          },
        }),
      );
    }
    if (email !== undefined) this.topic.addSubscription(new EmailSubscription(email));
  }
}
