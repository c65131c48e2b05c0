import { overloadPath, routes } from '../../shared/routes.ts';

type Route = (typeof routes)[number];

/** Requests per second in the long run, and at once. */
type Throttle = { rateLimit: number; burstLimit: number };

/** Groups of routes by who calls them. Each route of a group has a throttle of its own. */
export type RouteGroup = 'pages' | 'overload' | 'heads' | 'search' | 'beacons' | 'staff' | 'office';
export type Throttles = Record<RouteGroup, Throttle>;

/**
 * Throttles for a ward of 50,000 people. The rate bounds the bill of a flood. The burst is for the minutes in which everyone comes at
 * once, and adds nothing to the bill.
 */
export const wardThrottles: Throttles = {
  // The edge serves readers; this is for pages that it does not have.
  pages: { rateLimit: 3, burstLimit: 500 },
  // Says that a page is throttled, to all who ask for it at once.
  overload: { rateLimit: 5, burstLimit: 2_000 },
  // Link checkers.
  heads: { rateLimit: 1, burstLimit: 100 },
  search: { rateLimit: 2, burstLimit: 500 },
  // One or two for each visit: 10,000 visits in ten minutes.
  beacons: { rateLimit: 20, burstLimit: 2_000 },
  staff: { rateLimit: 3, burstLimit: 500 },
  // What an admin or a head of office calls now and then: many routes, few calls.
  office: { rateLimit: 1, burstLimit: 300 },
};

/** The HEAD route beside a route, if it needs one: API Gateway matches HEAD to no GET route, so that a HEAD of a page would be a 404. */
export const headKeyOf = ({ route, access }: Route): string | null =>
  access === 'public' && route.startsWith('GET ') ? route.replace(/^GET/, 'HEAD') : null;

/** What an office calls now and then, in a function whose other routes its authors call all day. */
const maintenanceRoutes: readonly Route['route'][] = ['POST /api/admin/images/{id}/variants'];

const groupOf = ({ route, function: name, access }: Route): RouteGroup => {
  if (access === 'staff') {
    const isOffice = name === 'people' || name === 'site-admin' || maintenanceRoutes.includes(route);
    return isOffice ? 'office' : 'staff';
  }
  if (route === 'POST /api/visits') return 'beacons';
  if (route.startsWith(`GET ${overloadPath}/`)) return 'overload';
  return name === 'search' ? 'search' : 'pages';
};

/** Every route key with its group, HEAD routes included. */
export const groupedRouteKeys = (): [routeKey: string, group: RouteGroup][] =>
  routes.flatMap((route): [string, RouteGroup][] => {
    const headKey = headKeyOf(route);
    return [[route.route, groupOf(route)], ...(headKey ? [[headKey, 'heads'] as [string, RouteGroup]] : [])];
  });

/** `RouteSettings` of the API's stage: the throttle of every route, by its key. */
export const routeSettings = (throttles: Throttles) =>
  Object.fromEntries(
    groupedRouteKeys().map(([routeKey, group]) => {
      const { rateLimit, burstLimit } = throttles[group];
      return [routeKey, { ThrottlingRateLimit: rateLimit, ThrottlingBurstLimit: burstLimit }];
    }),
  );
