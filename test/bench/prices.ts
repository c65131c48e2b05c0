/**
 * List prices of us-east-1 in US dollars on the date below, without free tiers and volume discounts; ap-southeast-1 is
 * 10 to 25 percent dearer. Look them up again before you plan with them:
 * https://aws.amazon.com/dynamodb/pricing/on-demand/ https://aws.amazon.com/api-gateway/pricing/
 * https://aws.amazon.com/lambda/pricing/ https://aws.amazon.com/cloudfront/pricing/ https://aws.amazon.com/s3/pricing/
 * https://aws.amazon.com/cloudwatch/pricing/
 */
export const prices = {
  date: '2026-11-24',
  usd: {
    writeUnit: 0.625e-6,
    readUnit: 0.125e-6,
    apiRequest: 1e-6,
    functionRequest: 0.2e-6,
    /** A gigabyte of memory for a second, on arm64. */
    functionGbSecond: 13.3334e-6,
    /** An HTTPS request and a gigabyte sent, at the edges that serve Viet Nam. */
    edgeRequest: 1.2e-6,
    edgeGigabyte: 0.12,
    /** An invocation of a CloudFront Function. */
    edgeFunction: 0.1e-6,
    /** One path or tag of an invalidation. */
    invalidatedItem: 0.005,
    /** A gigabyte stored for a month: in a table, for its point-in-time recovery, in a bucket. */
    tableGigabyte: 0.25,
    recoveryGigabyte: 0.2,
    bucketGigabyte: 0.023,
    /** A metric that an alarm of standard resolution reads, and a dashboard, each for a month. */
    alarmMetric: 0.1,
    dashboard: 3,
  },
};

export type UnitPrices = (typeof prices)['usd'];

/**
 * What an account pays nothing for each month, for good, as of 2026-11-28; all portals of an account share it. DynamoDB on demand
 * and API Gateway have no such allowance. https://aws.amazon.com/free/ https://aws.amazon.com/cloudfront/pricing/
 */
export const alwaysFree: Partial<Record<keyof UnitPrices, number>> = {
  edgeRequest: 10e6,
  edgeGigabyte: 1_000,
  edgeFunction: 2e6,
  invalidatedItem: 1_000,
  functionRequest: 1e6,
  functionGbSecond: 400_000,
  tableGigabyte: 25,
};

/**
 * CloudFront's flat-rate plans as of 2026-11-28, cheapest first: a distribution's requests, bytes, edge functions and web ACL for a
 * price that never rises; beyond the allowance AWS may slow the distribution. An account may have three of the first.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/flat-rate-pricing-plan.html
 */
export const edgePlans = [
  { name: 'Free', usd: 0, requests: 1e6, gigabytes: 100 },
  { name: 'Pro', usd: 15, requests: 10e6, gigabytes: 50_000 },
  { name: 'Business', usd: 200, requests: 125e6, gigabytes: 50_000 },
  { name: 'Premium', usd: 1_000, requests: 500e6, gigabytes: 50_000 },
] as const;
