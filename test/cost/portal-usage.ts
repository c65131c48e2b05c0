import { intervalMinutes } from '../../infra/compute/function-schedules.ts';
import { functionTable } from '../../infra/compute/function-table.ts';
import type { TableUsage } from '../bench/metering-proxy.ts';
import type { PortalUsage, Usage } from './bill.ts';
import type { Traffic } from './replay.ts';

export type Invocations = { invocations: number; milliseconds: number };
export type ScheduledFunction = keyof typeof intervalMinutes;

/** One invocation of a scheduled function that finds nothing to do. */
export type IdleRun = Invocations & { table: TableUsage };

export type Measurement = {
  traffic: Traffic;
  table: TableUsage;
  pages: Invocations;
  visits: Invocations;
  articleCount: number;
  idleRuns: Record<ScheduledFunction, IdleRun>;
};

const daysInMonth = 30;
/** Regional caches of CloudFront between readers in Viet Nam and the origin: each fetches a page once. */
const regionalCaches = 3;
/** Published changes per month, each of which invalidates two cache tags and the pages that carry them. */
const monthlyChanges = 200;
const tagsPerChange = 2;
const pagesPerChange = 25;
/** A change is saved three times and published once: write units by `npm run bench -- routes`. */
const writeUnitsPerChange = 3 * 36 + 60;
/** Daily renders of the two pages with visit statistics, the home page and `/luot-truy-cap`: every 10 minutes each. */
const dailyFigurePages = 2 * 144;
/** Assumed read units of one render. */
const readUnitsPerRender = 5;
/** A ward of 3,000 articles: 25 KB each with their revisions, three pictures of 0.5 MB, and the search index. */
const stored = { tableGigabytes: 0.1, bucketGigabytes: 5 };

/** What a portal uses, by a measured replay, measured idle schedules and the assumptions above. */
export const portalUsage = (measurement: Measurement): PortalUsage => {
  const { traffic, table, pages, visits, articleCount, idleRuns } = measurement;
  const views = traffic.pageViews;
  const renderMs = pages.milliseconds / Math.max(1, pages.invocations);
  const renders =
    regionalCaches * (daysInMonth * (articleCount + dailyFigurePages) + monthlyChanges * pagesPerChange);
  return {
    perView: {
      edgeRequest: (views + traffic.pictures + traffic.beacons) / views,
      edgeGigabyte: traffic.bytes / 1e9 / views,
      // Pages alone are normalized at the edge: neither pictures nor beacons.
      edgeFunction: 1,
      apiRequest: visits.invocations / views,
      functionRequest: visits.invocations / views,
      functionGbSecond: gbSeconds('visits', visits.milliseconds) / views,
      readUnit: table.readUnits / views,
      writeUnit: table.writeUnits / views,
    },
    perMonthWithReaders: {
      apiRequest: renders,
      functionRequest: renders,
      functionGbSecond: gbSeconds('pages', renders * renderMs),
      readUnit: renders * readUnitsPerRender,
      writeUnit: monthlyChanges * writeUnitsPerChange,
      invalidatedItem: monthlyChanges * tagsPerChange,
    },
    perMonth: { ...schedulesOfMonth(idleRuns), ...storedByMonth },
  };
};

const storedByMonth: Usage = {
  tableGigabyte: stored.tableGigabytes,
  recoveryGigabyte: stored.tableGigabytes,
  bucketGigabyte: stored.bucketGigabytes,
};

const gbSeconds = (name: keyof typeof functionTable, milliseconds: number) =>
  ((functionTable[name].memoryMb / 1024) * milliseconds) / 1000;

const schedulesOfMonth = (idleRuns: Record<ScheduledFunction, IdleRun>): Usage => {
  const usage = { functionRequest: 0, functionGbSecond: 0, readUnit: 0, writeUnit: 0 };
  for (const name of Object.keys(idleRuns) as ScheduledFunction[]) {
    const runs = (daysInMonth * 24 * 60) / intervalMinutes[name];
    const { milliseconds, table } = idleRuns[name];
    usage.functionRequest += runs;
    usage.functionGbSecond += gbSeconds(name, runs * milliseconds);
    usage.readUnit += runs * table.readUnits;
    usage.writeUnit += runs * table.writeUnits;
  }
  return usage;
};
