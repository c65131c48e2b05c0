import type { prices } from '../bench/prices.ts';

/** What was used, for one page view on the average, and once for all edges in a day. */
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
  /** What a month costs however few its views are: pages made anew when their day is over or they have changed. */
  perMonth: { apiRequests: number; functionGbSeconds: number; readUnits: number; invalidatedItems: number };
};

/** Items of invalidations that cost nothing in a month: https://aws.amazon.com/cloudfront/pricing/ */
const freeItems = 1_000;

/** A month's bill for so many page views, by line, in US dollars. */
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
