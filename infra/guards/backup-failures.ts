import { EventField, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';

type Props = {
  /** The role of the portal's backup plan, which every event of its jobs names. */
  roleArn: string;
  topic: ITopic;
};

/**
 * Tells the operator of a backup, or of its copy into another Region, that failed. AWS sends these events at no charge and on a best-effort
 * basis: https://docs.aws.amazon.com/aws-backup/latest/devguide/eventbridge.html
 */
export class BackupFailures extends Construct {
  constructor(scope: Construct, id: string, { roleArn, topic }: Props) {
    super(scope, id);
    const [resource, state, reason] = ['resourceArn', 'state', 'statusMessage'].map((name) =>
      EventField.fromPath(`$.detail.${name}`),
    );
    const input = RuleTargetInput.fromText(
      `Bản sao lưu đêm qua của ${resource} không xong (${state}: ${reason}). Bản của các đêm trước vẫn còn. Mở AWS Backup → Jobs, sửa nguyên nhân rồi chạy lại (Create on-demand backup). ` +
        `A backup or its copy did not complete. Those of earlier nights remain. Open AWS Backup → Jobs, remove the cause and start it again (Create on-demand backup).`,
    );
    new Rule(this, 'Rule', {
      eventPattern: {
        source: ['aws.backup'],
        detailType: ['Backup Job State Change', 'Copy Job State Change'],
        detail: { state: ['ABORTED', 'EXPIRED', 'FAILED', 'PARTIAL'], iamRoleArn: [roleArn] },
      },
      // The target of the CDK would let the rules of every account publish; the topic's own policy lets those of this one.
      targets: [{ bind: () => ({ arn: topic.topicArn, input }) }],
    });
  }
}
