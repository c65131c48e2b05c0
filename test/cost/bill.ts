import type { prices } from '../bench/prices.ts';

/** Resources used: on average per page view, and per month whatever the traffic. */
export type Usage = {
  perView: {
    edgeRequests: number;
    edgeGigabytes: number;
    apiRequests: number;
    functionRequests: number;
    functionGbSeconds: number;
    readUnits: number;
    writeUnits: number;
  };
  /** Pages rendered again because they expired or changed, and the invalidations. */
  perMonth: { apiRequests: number; functionGbSeconds: number; readUnits: number; invalidatedItems: number };
};

/** Free invalidation paths per month: https://aws.amazon.com/cloudfront/pricing/ */
const freeItems = 1_000;

/** A month's bill in US dollars for a number of page views, by line. */
export const billOf = ({ perView, perMonth }: Usage, usd: (typeof prices)['usd'], views: number) => ({
  'CloudFront, requests': perView.edgeRequests * views * usd.edgeRequest,
  'CloudFront, bytes': perView.edgeGigabytes * views * usd.edgeGigabyte,
  'CloudFront, invalidations': Math.max(0, perMonth.invalidatedItems - freeItems) * usd.invalidatedItem,
  'API Gateway': (perView.apiRequests * views + perMonth.apiRequests) * usd.apiRequest,
  'Lambda, requests': (perView.functionRequests * views + perMonth.apiRequests) * usd.functionRequest,
  'Lambda, time': (perView.functionGbSeconds * views + perMonth.functionGbSeconds) * usd.functionGbSecond,
  'DynamoDB, reads': (perView.readUnits * views + perMonth.readUnits) * usd.readUnit,
  'DynamoDB, writes': perView.writeUnits * views * usd.writeUnit,
});
