import { withProgress } from '../../infra/cli/progress.ts';
import { loadDemo } from '../../infra/demo/load.ts';
import { startPortal } from '../../infra/local/portal.ts';
import { synthesize } from '../../infra/local/template/synth.ts';
import { meteredEngine } from '../bench/metered-engine.ts';
import { prices } from '../bench/prices.ts';
import { billOf, type Usage } from './bill.ts';
import { replay } from './replay.ts';
import { modelVisits } from './visitors.ts';

/** `npm run cost`: the cost of a million page views, from a seeded model of visits replayed through the stack. */
const seed = 20261124;
const visitCount = Number(process.env.COST_VISITS || 10_000);
const monthlyViews = [100_000, 1_000_000, 10_000_000, 100_000_000];
/** Regional caches of CloudFront for readers in Viet Nam: each fetches a page once. */
const regionalCaches = 3;
const daysInMonth = 30;
/** Changes of the news in a month, with two tags each, and the pages that one invalidates. */
const monthlyChanges = 200;
const pagesAChange = 25;
/** Renders per day of the pages with statistics: the home page and the page of visits. */
const dailyFigurePages = 2 * 144;
const memoryGb = { pages: 1, visits: 0.5 };

type List = { items: { url: string; category: string }[]; next: string | null };

const listArticles = async (url: string) => {
  const items: List['items'] = [];
  let cursor = '';
  do {
    const page = (await (await fetch(`${url}/api/articles${cursor}`)).json()) as List;
    items.push(...page.items);
    cursor = page.next ? `?cursor=${page.next}` : '';
  } while (cursor);
  return items;
};

const run = async () => {
  const { directory } = await withProgress('Synthesizing the stack', synthesize);
  const engine = meteredEngine();
  const portal = await startPortal({ templateDirectory: directory, port: 0, dynamodbProxy: engine.before });
  try {
    await withProgress('Creating the demonstration', () => loadDemo(portal));
    const articles = await listArticles(portal.url);
    const visits = modelVisits(
      {
        articles: articles.map(({ url }) => url),
        categories: [...new Set(articles.map(({ category }) => `/${category}`))],
      },
      { seed, count: visitCount },
    );
    const before = { pages: portal.functions.pages.usage(), visits: portal.functions.visits.usage() };
    const { result: traffic, cost } = await withProgress(
      `Replaying ${visitCount} visits (seed ${seed})`,
      () => engine.meter(() => replay(portal.url, visits)),
    );
    const used = (name: 'pages' | 'visits') => {
      const { invocations, milliseconds } = portal.functions[name].usage();
      return {
        invocations: invocations - before[name].invocations,
        milliseconds: milliseconds - before[name].milliseconds,
      };
    };
    report({ traffic, cost, pages: used('pages'), visits: used('visits') }, articles.length);
  } finally {
    await portal.close();
    engine.stop();
  }
};

type Measured = {
  traffic: Awaited<ReturnType<typeof replay>>;
  cost: { calls: string[]; readUnits: number; writeUnits: number };
  pages: { invocations: number; milliseconds: number };
  visits: { invocations: number; milliseconds: number };
};

const report = ({ traffic, cost, pages, visits }: Measured, articleCount: number) => {
  const views = traffic.pageViews;
  const each = (number: number) => (number / views).toFixed(3);
  console.log(
    `${traffic.visits} visits, ${views} page views, ${traffic.pictures} pictures, ${traffic.beacons} beacons`,
  );
  console.log(
    `  of a page view: ${each(traffic.bytes)} bytes, ${each(traffic.pictures)} pictures, ${each(traffic.beacons)} beacons`,
  );
  console.log(
    `  pages that were hits: ${((traffic.hits / views) * 100).toFixed(1)} %; function calls for the others: ${pages.invocations}, ${pages.milliseconds.toFixed(0)} ms`,
  );
  console.log(
    `  beacons: ${visits.invocations} function calls, ${visits.milliseconds.toFixed(0)} ms on this machine`,
  );
  console.log(
    `  table: ${cost.calls.length} calls, ${cost.readUnits} read units, ${cost.writeUnits} write units`,
  );

  const pageMs = pages.milliseconds / Math.max(1, pages.invocations);
  const renders =
    regionalCaches * (daysInMonth * (articleCount + dailyFigurePages) + monthlyChanges * pagesAChange);
  const usage: Usage = {
    perView: {
      edgeRequests: (views + traffic.pictures + traffic.beacons) / views,
      edgeGigabytes: traffic.bytes / 1e9 / views,
      apiRequests: visits.invocations / views,
      functionRequests: visits.invocations / views,
      functionGbSeconds: (memoryGb.visits * visits.milliseconds) / 1000 / views,
      readUnits: cost.readUnits / views,
      writeUnits: cost.writeUnits / views,
    },
    perMonth: {
      apiRequests: renders,
      functionGbSeconds: (memoryGb.pages * renders * pageMs) / 1000,
      readUnits: renders * 5,
      invalidatedItems: monthlyChanges * 2,
    },
  };
  console.log(
    `USD a month at list prices of ${prices.date}, ${renders} pages made anew in it whatever the traffic:`,
  );
  const bills = monthlyViews.map((count) => billOf(usage, prices.usd, count));
  const row = (name: string, cells: string[]) =>
    console.log(`  ${name.padEnd(28)}${cells.map((cell) => cell.padStart(14)).join('')}`);
  row(
    'page views',
    monthlyViews.map((count) => count.toLocaleString('en')),
  );
  for (const line of Object.keys(bills[0] ?? {}) as (keyof (typeof bills)[number])[]) {
    row(
      line,
      bills.map((bill) => bill[line].toFixed(2)),
    );
  }
  const totals = bills.map((bill) => Object.values(bill).reduce((sum, dollars) => sum + dollars, 0));
  row(
    'together',
    totals.map((total) => total.toFixed(2)),
  );
  row(
    'for a million page views',
    totals.map((total, index) => ((total / (monthlyViews[index] ?? 1)) * 1e6).toFixed(2)),
  );
};

await run();
