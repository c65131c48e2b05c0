import { AlarmStatusWidget, Dashboard, GraphWidget } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { PortalAlarms } from './portal-alarms.ts';
import type { PortalMetrics } from './portal-metrics.ts';

/** Width of CloudWatch's grid, in columns. */
const columns = 24;
const graphsPerRow = 3;

type Props = { metrics: PortalMetrics; alarms: PortalAlarms };

/** The state of all alarms, and a graph of the metric of each. */
export class PortalDashboard extends Construct {
  constructor(scope: Construct, id: string, { metrics, alarms }: Props) {
    super(scope, id);
    const graphs = Object.entries(metrics.byAlarm).map(
      ([title, metric]) => new GraphWidget({ title, left: [metric], width: columns / graphsPerRow }),
    );
    new Dashboard(this, 'Dashboard', {
      widgets: [
        [new AlarmStatusWidget({ alarms: [...alarms.all], width: columns })],
        ...Array.from({ length: Math.ceil(graphs.length / graphsPerRow) }, (_, row) =>
          graphs.slice(row * graphsPerRow, (row + 1) * graphsPerRow),
        ),
      ],
    });
  }
}
