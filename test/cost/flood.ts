import { groupedRouteKeys, type RouteGroup, type Throttles } from '../../infra/api/throttles.ts';
import type { UnitPrices } from '../bench/prices.ts';

/** What one request costs at most when the edge does not answer it. Units and kilobytes by `npm run bench`; seconds are assumed. */
type Request = {
  functionGb: number;
  functionSeconds: number;
  readUnits: number;
  writeUnits: number;
  /** Of a reply that the flood does not let us compress. */
  replyKb: number;
};

const requests: Record<RouteGroup, Request> = {
  pages: { functionGb: 1, functionSeconds: 0.05, readUnits: 6.5, writeUnits: 0, replyKb: 51 },
  overload: { functionGb: 1, functionSeconds: 0.01, readUnits: 0, writeUnits: 0, replyKb: 18 },
  heads: { functionGb: 1, functionSeconds: 0.05, readUnits: 6.5, writeUnits: 0, replyKb: 1 },
  search: { functionGb: 1, functionSeconds: 0.1, readUnits: 26, writeUnits: 0, replyKb: 51 },
  // Ten articles to look up.
  beacons: { functionGb: 0.5, functionSeconds: 0.05, readUnits: 19.5, writeUnits: 6, replyKb: 1 },
  // Without a token API Gateway refuses them.
  staff: { functionGb: 0, functionSeconds: 0, readUnits: 0, writeUnits: 0, replyKb: 1 },
  office: { functionGb: 0, functionSeconds: 0, readUnits: 0, writeUnits: 0, replyKb: 1 },
};

const secondsInMonth = 30 * 24 * 60 * 60;

type FloodLine = {
  group: RouteGroup;
  routes: number;
  perSecond: number;
  usdPerRoute: number;
  usd: number;
};

/**
 * The bill in US dollars of a month in which strangers send as many requests as the throttles pass, by group of routes. What the edge
 * answers from its cache is on top: no throttle bounds it.
 */
export const floodBill = (throttles: Throttles, usd: UnitPrices): FloodLine[] => {
  const keys = groupedRouteKeys();
  return (Object.keys(throttles) as RouteGroup[]).map((group) => {
    const routes = keys.filter(([, groupOfKey]) => groupOfKey === group).length;
    const { rateLimit } = throttles[group];
    const usdPerRoute = rateLimit * secondsInMonth * requestUsd(requests[group], usd);
    return { group, routes, perSecond: rateLimit, usdPerRoute, usd: usdPerRoute * routes };
  });
};

const requestUsd = (request: Request, usd: UnitPrices) =>
  usd.edgeRequest +
  usd.apiRequest +
  (request.functionGb > 0 ? usd.functionRequest : 0) +
  request.functionGb * request.functionSeconds * usd.functionGbSecond +
  request.readUnits * usd.readUnit +
  request.writeUnits * usd.writeUnit +
  (request.replyKb / 1e6) * usd.edgeGigabyte;
