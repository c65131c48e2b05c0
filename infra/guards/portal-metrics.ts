import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, type ILogGroup, type JsonPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { routes } from '../../shared/routes.ts';
import type { HttpApi } from '../api/http-api.ts';
import type { ContentStream } from '../compute/content-stream.ts';
import { type FunctionName, functionTable } from '../compute/function-table.ts';
import type { PortalFunctions } from '../compute/portal-functions.ts';
import { type Portal, physicalName } from '../stages.ts';
import type { AlarmName } from './alarm-table.ts';

type Props = { portal: Portal; functions: PortalFunctions; api: HttpApi; stream: ContentStream };

/** Functions whose errors no HTTP reply shows: those without a route. */
const backgroundFunctions = (Object.keys(functionTable) as FunctionName[]).filter(
  (name) => !routes.some((route) => route.function === name),
);

/** A reply of 5xx, by the access log: errors, timeouts and throttles of functions alike. */
const serverError = FilterPattern.stringValue('$.status', '=', '5*');
const ofStaff = '/api/admin/';
/**
 * An error that a function logged or did not survive.
 * https://docs.aws.amazon.com/lambda/latest/dg/telemetry-schema-reference.html#platform-report
 */
const functionError = FilterPattern.any(
  FilterPattern.stringValue('$.level', '=', 'ERROR'),
  FilterPattern.all(
    FilterPattern.stringValue('$.type', '=', 'platform.report'),
    FilterPattern.stringValue('$.record.status', '!=', 'success'),
  ),
);

/**
 * The metric of each alarm. A sum over functions is counted from logs: an alarm over the metrics of several functions would have the
 * price of as many alarms, and a metric that has no data has none.
 */
export class PortalMetrics extends Construct {
  readonly byAlarm: Readonly<Record<AlarmName, Metric>>;

  constructor(scope: Construct, id: string, { portal, functions, api, stream }: Props) {
    super(scope, id);
    const namespace = physicalName(portal);
    const count = (metricName: string, lines: Record<string, [ILogGroup, JsonPattern]>): Metric => {
      for (const [name, [logGroup, filterPattern]] of Object.entries(lines)) {
        new MetricFilter(this, name, {
          logGroup,
          filterPattern,
          metricNamespace: namespace,
          metricName,
          metricValue: '1',
        });
      }
      return new Metric({ namespace, metricName, statistic: 'Sum' });
    };
    const { function: compactor } = functions.byName['search-compactor'];
    const { function: invalidator } = functions.byName['cache-invalidator'];

    this.byAlarm = {
      ReaderErrors: count('ReaderErrors', {
        ReaderErrors: [
          api.accessLog,
          FilterPattern.all(serverError, FilterPattern.regexValue('$.routeKey', '!=', ofStaff)),
        ],
      }),
      EditorErrors: count('EditorErrors', {
        EditorErrors: [
          api.accessLog,
          FilterPattern.all(serverError, FilterPattern.regexValue('$.routeKey', '=', ofStaff)),
        ],
      }),
      BackgroundErrors: count(
        'BackgroundErrors',
        Object.fromEntries(
          backgroundFunctions.map((name) => [
            `BackgroundErrors-${name}`,
            [functions.byName[name].function.logGroup, functionError],
          ]),
        ),
      ),
      SlowReplies: new Metric({
        namespace: 'AWS/ApiGateway',
        metricName: 'Latency',
        dimensionsMap: { ApiId: api.id },
        statistic: 'p95',
      }),
      VisitsRefused: count('VisitsRefused', {
        VisitsRefused: [
          api.accessLog,
          FilterPattern.all(
            FilterPattern.stringValue('$.routeKey', '=', 'POST /api/visits'),
            FilterPattern.stringValue('$.status', '=', '4*'),
          ),
        ],
      }),
      InvalidationsLate: invalidator.metric('IteratorAge', { statistic: 'Maximum' }),
      DeadLetters: stream.deadLetterQueue.metricApproximateNumberOfMessagesVisible({ statistic: 'Maximum' }),
      CompactionStopped: compactor.metricInvocations({ statistic: 'Sum' }),
      SearchIndexFull: new Metric({
        namespace: 'CongTin',
        metricName: 'SearchIndexFill',
        dimensionsMap: { FunctionName: compactor.functionName },
        statistic: 'Maximum',
      }),
    };
  }
}
