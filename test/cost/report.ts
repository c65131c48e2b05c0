import { wardThrottles } from '../../infra/api/throttles.ts';
import type { TableUsage } from '../bench/metering-proxy.ts';
import { prices } from '../bench/prices.ts';
import { billOf, type Usage } from './bill.ts';
import { floodBill } from './flood.ts';
import type { Traffic } from './replay.ts';

export type Invocations = { invocations: number; milliseconds: number };
export type Measurement = {
  traffic: Traffic;
  table: TableUsage;
  pages: Invocations;
  visits: Invocations;
  articleCount: number;
};

const monthlyViews = [100_000, 1_000_000, 10_000_000, 100_000_000];
/** Regional caches of CloudFront between readers in Viet Nam and the origin: each fetches a page once. */
const regionalCaches = 3;
const daysInMonth = 30;
/** Published changes per month, each of which invalidates two cache tags and the pages that carry them. */
const monthlyChanges = 200;
const tagsPerChange = 2;
const pagesPerChange = 25;
/** Daily renders of the two pages with visit statistics, the home page and `/luot-truy-cap`: every 10 minutes each. */
const dailyFigurePages = 2 * 144;
/** Assumed read units of one render. */
const readUnitsPerRender = 5;
const memoryGb = { pages: 1, visits: 0.5 };

/** Prints the measured usage and the monthly bill for several numbers of page views. */
export const report = (measurement: Measurement) => {
  reportUsage(measurement);
  reportBill(usageOf(measurement));
  reportFlood();
};

/** Prints what a month costs in which strangers use up every throttle. */
const reportFlood = () => {
  console.log('USD of a month of flood at the throttles (routes × requests a second):');
  const lines = floodBill(wardThrottles, prices.usd);
  for (const { group, routes, perSecond, usdPerRoute, usd } of lines) {
    const rate = `${routes} × ${perSecond}`;
    console.log(
      `  ${group.padEnd(10)}${rate.padStart(8)}/s${usdPerRoute.toFixed(0).padStart(8)} a route${usd.toFixed(0).padStart(8)}`,
    );
  }
  console.log(`  all of them ${lines.reduce((sum, { usd }) => sum + usd, 0).toFixed(0)}`);
};

const reportUsage = ({ traffic, table, pages, visits }: Measurement) => {
  const views = traffic.pageViews;
  const perView = (number: number) => (number / views).toFixed(3);
  console.log(
    `${traffic.visits} visits, ${views} page views, ${traffic.pictures} pictures, ${traffic.beacons} beacons`,
  );
  console.log(
    `  per page view: ${perView(traffic.bytes)} bytes, ${perView(traffic.pictures)} pictures, ${perView(traffic.beacons)} beacons`,
  );
  console.log(
    `  pages from the cache: ${((traffic.hits / views) * 100).toFixed(1)} %; function calls for the others: ${pages.invocations}, ${pages.milliseconds.toFixed(0)} ms`,
  );
  console.log(
    `  beacons: ${visits.invocations} function calls, ${visits.milliseconds.toFixed(0)} ms on this machine`,
  );
  console.log(
    `  table: ${table.calls.length} calls, ${table.readUnits} read units, ${table.writeUnits} write units`,
  );
};

const usageOf = ({ traffic, table, pages, visits, articleCount }: Measurement): Usage => {
  const views = traffic.pageViews;
  const renderMs = pages.milliseconds / Math.max(1, pages.invocations);
  const renders =
    regionalCaches * (daysInMonth * (articleCount + dailyFigurePages) + monthlyChanges * pagesPerChange);
  return {
    perView: {
      edgeRequests: (views + traffic.pictures + traffic.beacons) / views,
      edgeGigabytes: traffic.bytes / 1e9 / views,
      apiRequests: visits.invocations / views,
      functionRequests: visits.invocations / views,
      functionGbSeconds: (memoryGb.visits * visits.milliseconds) / 1000 / views,
      readUnits: table.readUnits / views,
      writeUnits: table.writeUnits / views,
    },
    perMonth: {
      apiRequests: renders,
      functionGbSeconds: (memoryGb.pages * renders * renderMs) / 1000,
      readUnits: renders * readUnitsPerRender,
      invalidatedItems: monthlyChanges * tagsPerChange,
    },
  };
};

const reportBill = (usage: Usage) => {
  console.log(
    `USD per month at list prices of ${prices.date}, with ${usage.perMonth.apiRequests} renders whatever the traffic:`,
  );
  const bills = monthlyViews.map((views) => ({ views, lines: billOf(usage, prices.usd, views) }));
  const printRow = (name: string, cellOf: (bill: (typeof bills)[number]) => string) =>
    console.log(`  ${name.padEnd(28)}${bills.map((bill) => cellOf(bill).padStart(14)).join('')}`);
  const totalOf = ({ lines }: (typeof bills)[number]) =>
    Object.values(lines).reduce((sum, dollars) => sum + dollars, 0);

  printRow('page views', ({ views }) => views.toLocaleString('en'));
  for (const line of Object.keys(bills[0]?.lines ?? {}) as (keyof ReturnType<typeof billOf>)[]) {
    printRow(line, ({ lines }) => lines[line].toFixed(2));
  }
  printRow('total', (bill) => totalOf(bill).toFixed(2));
  printRow('per million page views', (bill) => ((totalOf(bill) / bill.views) * 1e6).toFixed(2));
};
