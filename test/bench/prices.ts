/**
 * List prices of us-east-1 in US dollars, without free tiers and discounts for volume, as they stood on the date below; those of
 * ap-southeast-1 are some 10 to 25 percent higher. Look them up again before you plan with them:
 * https://aws.amazon.com/dynamodb/pricing/on-demand/ https://aws.amazon.com/api-gateway/pricing/
 * https://aws.amazon.com/lambda/pricing/ https://aws.amazon.com/cloudfront/pricing/
 */
export const prices = {
  date: '2026-11-24',
  usd: {
    writeUnit: 0.625e-6,
    readUnit: 0.125e-6,
    apiRequest: 1e-6,
    functionRequest: 0.2e-6,
    /** Of memory for a second, on arm64. */
    functionGbSecond: 13.3334e-6,
    /** Over HTTPS, from the edges that serve Viet Nam; and per gigabyte sent. */
    edgeRequest: 1.2e-6,
    edgeGigabyte: 0.12,
    /** One item of an invalidation, above the first thousand of a month. */
    invalidatedItem: 0.005,
  },
};
