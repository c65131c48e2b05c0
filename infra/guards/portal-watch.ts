import { Annotations } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { HttpApi } from '../api/http-api.ts';
import type { ContentStream } from '../compute/content-stream.ts';
import type { PortalFunctions } from '../compute/portal-functions.ts';
import { type Portal, stackName } from '../stages.ts';
import { BackupFailures } from './backup-failures.ts';
import { MonthlyBudget } from './monthly-budget.ts';
import { OperatorTopic } from './operator-topic.ts';
import { PortalAlarms } from './portal-alarms.ts';
import { PortalDashboard } from './portal-dashboard.ts';
import { PortalMetrics } from './portal-metrics.ts';

type Props = {
  portal: Portal;
  functions: PortalFunctions;
  api: HttpApi;
  stream: ContentStream;
  /** Of the portal's backups; null when it has none. */
  backupRoleArn: string | null;
};

/** What tells the operator of a portal about it: alarms, failed backups, the budget, and the dashboard if there is one. */
export class PortalWatch extends Construct {
  constructor(scope: Construct, id: string, { portal, backupRoleArn, ...sources }: Props) {
    super(scope, id);
    const { site, operatorEmail: email, monthlyBudgetUsd: limitUsd, hasDashboard } = portal;
    const metrics = new PortalMetrics(this, 'Metrics', { portal, ...sources });
    const { topic } = new OperatorTopic(this, 'OperatorTopic', { email });
    const alarms = new PortalAlarms(this, 'Alarms', { metrics, topic });
    if (backupRoleArn !== null) new BackupFailures(this, 'BackupFailures', { roleArn: backupRoleArn, topic });
    if (hasDashboard) new PortalDashboard(this, 'Dashboard', { metrics, alarms });
    if (email === undefined) {
      Annotations.of(this).addWarningV2(
        'cong-tin:no-operator',
        `The alarms of ${stackName(portal)} tell nobody, and it has no budget: set operatorEmail in infra/stages.ts.`,
      );
    } else {
      new MonthlyBudget(this, 'MonthlyBudget', { site, limitUsd, email });
    }
  }
}
