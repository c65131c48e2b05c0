import { wardThrottles } from '../../infra/api/throttles.ts';
import { alwaysFree, prices } from '../bench/prices.ts';
import { billLines, billOf, billWithPlan, type PortalUsage, totalOf, usageOfMonth } from './bill.ts';
import { floodBill } from './flood.ts';
import { type Measurement, portalUsage } from './portal-usage.ts';

/** A month without a reader; a ward, a district, a province, a country. */
const monthlyViews = [0, 30_000, 300_000, 3_000_000, 30_000_000];

/** Prints the measured usage, the monthly bill for several numbers of page views, and what a flood adds. */
export const report = (measurement: Measurement) => {
  reportUsage(measurement);
  reportBill(portalUsage(measurement));
  reportFlood();
};

/** Prints what a month costs in which strangers use up every throttle. */
const reportFlood = () => {
  console.log('USD of a month of flood at the throttles (routes × requests a second), at list price:');
  const lines = floodBill(wardThrottles, prices.usd);
  for (const { group, routes, perSecond, usdPerRoute, usd } of lines) {
    const rate = `${routes} × ${perSecond}`;
    console.log(
      `  ${group.padEnd(10)}${rate.padStart(8)}/s${usdPerRoute.toFixed(0).padStart(8)} a route${usd.toFixed(0).padStart(8)}`,
    );
  }
  console.log(`  all of them ${lines.reduce((sum, { usd }) => sum + usd, 0).toFixed(0)}`);
};

const reportUsage = ({ traffic, table, pages, visits, idleRuns }: Measurement) => {
  const views = traffic.pageViews;
  const perView = (number: number) => (number / views).toFixed(3);
  console.log(
    `${traffic.visits} visits, ${views} page views, ${traffic.pictures} pictures, ${traffic.beacons} beacons`,
  );
  console.log(
    `  per page view: ${perView(views + traffic.pictures + traffic.beacons)} requests, ${(traffic.bytes / views).toFixed(0)} bytes, ${perView(traffic.pictures)} pictures, ${perView(traffic.beacons)} beacons, ${perView(table.readUnits)} read units, ${perView(table.writeUnits)} write units`,
  );
  console.log(
    `  pages from the cache: ${((traffic.hits / views) * 100).toFixed(1)} %; function calls for the others: ${pages.invocations}, ${pages.milliseconds.toFixed(0)} ms`,
  );
  console.log(
    `  beacons: ${visits.invocations} function calls, ${visits.milliseconds.toFixed(0)} ms on this machine`,
  );
  for (const [name, run] of Object.entries(idleRuns)) {
    console.log(
      `  ${name} with nothing to do: ${run.table.calls.length} calls to the table, ${run.table.readUnits} read units, ${run.milliseconds.toFixed(0)} ms`,
    );
  }
};

const reportBill = (usage: PortalUsage) => {
  console.log(`USD per month at list prices of ${prices.date}:`);
  const months = monthlyViews.map((views) => {
    const used = usageOfMonth(usage, views);
    return { views, used, list: billOf(used, prices.usd) };
  });
  type Month = (typeof months)[number];
  const printRow = (name: string, cellOf: (month: Month) => string) =>
    console.log(`  ${name.padEnd(30)}${months.map((month) => cellOf(month).padStart(16)).join('')}`);
  const perMillion = ({ views, list }: Month) =>
    views > 0 ? ((totalOf(list) / views) * 1e6).toFixed(2) : '';
  const withPlan = ({ used }: Month) => {
    const bill = billWithPlan(used, prices.usd);
    return bill ? `${bill.plan} ${bill.usd.toFixed(2)}` : 'none';
  };

  printRow('page views', ({ views }) => views.toLocaleString('en'));
  for (const unit of Object.keys(billLines) as (keyof typeof billLines)[]) {
    printRow(billLines[unit], ({ list }) => list[unit].toFixed(2));
  }
  printRow('total', ({ list }) => totalOf(list).toFixed(2));
  printRow('per million page views', perMillion);
  printRow('with always-free allowances', ({ used }) =>
    totalOf(billOf(used, prices.usd, alwaysFree)).toFixed(2),
  );
  printRow('with the plan of CloudFront', withPlan);
};
