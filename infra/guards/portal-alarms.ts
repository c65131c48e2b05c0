import { Duration } from 'aws-cdk-lib';
import { Alarm, type IAlarm } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { type AlarmName, type AlarmRow, alarmTable } from './alarm-table.ts';
import type { PortalMetrics } from './portal-metrics.ts';

type Props = { metrics: PortalMetrics; topic: ITopic };

/** The alarms of `alarmTable`, which tell the topic when they begin and when they end. */
export class PortalAlarms extends Construct {
  readonly all: readonly IAlarm[];

  constructor(scope: Construct, id: string, { metrics, topic }: Props) {
    super(scope, id);
    const rows = Object.entries(alarmTable) as [AlarmName, AlarmRow][];
    this.all = rows.map(([name, row]) => {
      const alarm = new Alarm(this, name, {
        alarmDescription: `${row.vi}\n\n${row.en}`,
        metric: metrics.byAlarm[name].with({ period: Duration.minutes(row.periodMinutes) }),
        threshold: row.threshold,
        comparisonOperator: row.comparison,
        evaluationPeriods: row.periods,
        treatMissingData: row.missingData,
        // Without it one slow request of a quiet night is the slowest twentieth. Applies to percentiles only.
        ...(metrics.byAlarm[name].statistic.startsWith('p') && {
          evaluateLowSampleCountPercentile: 'ignore',
        }),
      });
      const action = new SnsAction(topic);
      alarm.addAlarmAction(action);
      alarm.addOkAction(action);
      return alarm;
    });
  }
}
