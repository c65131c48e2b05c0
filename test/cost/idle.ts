import { ofType, type Resource, type Template } from '../../infra/local/template/template.ts';
import type { prices } from '../bench/prices.ts';

/** Invocations a month of the two functions that a schedule invokes every five minutes. */
const runsPerMonth = 2 * 12 * 24 * 30;
/** Assumed of a run that finds nothing to do: as much memory as the larger of the two has, and as long as one query takes. */
const runGb = 1.77;
const runSeconds = 0.1;
const runReadUnits = 1;

/** Metrics that an alarm reads, each of which has a price: one, or those of its expression. */
const metricsOf = ({ Properties: { Metrics } }: Resource): number =>
  Array.isArray(Metrics) ? Metrics.filter(({ MetricStat }) => MetricStat !== undefined).length : 1;

/**
 * The bill in US dollars of a month in which nobody reads or writes, without free tiers: an account has 10 free alarms and 3 free
 * dashboards, which many portals share. Metrics that are counted from logs have no data then, and no price. What is stored is on top.
 */
export const idleBillOf = (template: Template, usd: (typeof prices)['usd']) => {
  const alarms = ofType(template, 'AWS::CloudWatch::Alarm');
  return {
    alarms: alarms.reduce((sum, alarm) => sum + metricsOf(alarm), 0) * usd.alarmMetric,
    dashboards: ofType(template, 'AWS::CloudWatch::Dashboard').length * usd.dashboard,
    'scheduled functions':
      runsPerMonth *
      (usd.functionRequest + runGb * runSeconds * usd.functionGbSecond + runReadUnits * usd.readUnit),
  };
};
