import { alwaysFree, edgePlans, type UnitPrices } from '../bench/prices.ts';

/** What is billed by use. Alarms and dashboards are not: `idle.ts`. */
export type BilledUnit = Exclude<keyof UnitPrices, 'alarmMetric' | 'dashboard'>;

/** Resources used, by what is billed for one of them. */
export type Usage = Partial<Record<BilledUnit, number>>;

/** What is used on average per page view, in a month with readers whatever their number, and in every month. */
export type PortalUsage = { perView: Usage; perMonthWithReaders: Usage; perMonth: Usage };

/** The lines of a bill. */
export const billLines: Record<BilledUnit, string> = {
  edgeRequest: 'CloudFront, requests',
  edgeGigabyte: 'CloudFront, bytes',
  edgeFunction: 'CloudFront, functions',
  invalidatedItem: 'CloudFront, invalidations',
  apiRequest: 'API Gateway',
  functionRequest: 'Lambda, requests',
  functionGbSecond: 'Lambda, time',
  readUnit: 'DynamoDB, reads',
  writeUnit: 'DynamoDB, writes',
  tableGigabyte: 'DynamoDB, stored',
  recoveryGigabyte: 'DynamoDB, recovery',
  bucketGigabyte: 'S3, stored',
};

const units = Object.keys(billLines) as BilledUnit[];

/** Those that a flat-rate plan of CloudFront covers. */
const coveredByPlans = new Set<BilledUnit>(['edgeRequest', 'edgeGigabyte', 'edgeFunction']);

/** What a month with a number of page views uses; without readers nothing of a page is rendered. */
export const usageOfMonth = ({ perView, perMonthWithReaders, perMonth }: PortalUsage, views: number): Usage =>
  Object.fromEntries(
    units.map((unit) => [
      unit,
      (perView[unit] ?? 0) * views +
        (views > 0 ? (perMonthWithReaders[unit] ?? 0) : 0) +
        (perMonth[unit] ?? 0),
    ]),
  );

/** A bill in US dollars by line, after allowances. */
export const billOf = (usage: Usage, usd: UnitPrices, free: Usage = {}): Record<BilledUnit, number> =>
  Object.fromEntries(
    units.map((unit) => [unit, Math.max(0, (usage[unit] ?? 0) - (free[unit] ?? 0)) * usd[unit]]),
  ) as Record<BilledUnit, number>;

/** The sum of a bill in US dollars. */
export const totalOf = (bill: Record<BilledUnit, number>): number =>
  units.reduce((sum, unit) => sum + bill[unit], 0);

/** The cheapest flat-rate plan of CloudFront whose allowance is enough, and the bill in US dollars with it; null if none is. */
export const billWithPlan = (usage: Usage, usd: UnitPrices): { plan: string; usd: number } | null => {
  const plan = edgePlans.find(
    ({ requests, gigabytes }) =>
      (usage.edgeRequest ?? 0) <= requests && (usage.edgeGigabyte ?? 0) <= gigabytes,
  );
  if (!plan) return null;
  const bill = billOf(usage, usd, alwaysFree);
  const rest = units.reduce((sum, unit) => sum + (coveredByPlans.has(unit) ? 0 : bill[unit]), 0);
  return { plan: plan.name, usd: plan.usd + rest };
};
