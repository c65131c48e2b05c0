/**
 * List prices of us-east-1 in US dollars on the date below, without free tiers and volume discounts; ap-southeast-1 is
 * 10 to 25 percent dearer. Look them up again before you plan with them:
 * https://aws.amazon.com/dynamodb/pricing/on-demand/ https://aws.amazon.com/api-gateway/pricing/
 * https://aws.amazon.com/lambda/pricing/ https://aws.amazon.com/cloudfront/pricing/ https://aws.amazon.com/cloudwatch/pricing/
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
    /** One path or tag of an invalidation, above the first thousand of a month. */
    invalidatedItem: 0.005,
    /** A metric that an alarm of standard resolution reads, and a dashboard, each for a month. */
    alarmMetric: 0.1,
    dashboard: 3,
  },
};
