import { withProgress } from '../../infra/cli/progress.ts';
import type { Portal } from '../../infra/local/portal.ts';
import { paginate } from '../../shared/api/paginate.ts';
import type { BenchSize } from '../bench/bench-size.ts';
import type { MeteringProxy } from '../bench/metering-proxy.ts';
import type { IdleRun, Invocations, Measurement, ScheduledFunction } from './portal-usage.ts';
import { replay } from './replay.ts';
import { report } from './report.ts';
import { modelVisits } from './visitors.ts';

const seed = 20261124;

type Page = { items: { url: string; category: string }[]; next: string | null };

/** Prints the bill of a month, from a seeded model of visits replayed through the stack. */
export const measureCost = async (portal: Portal, proxy: MeteringProxy, { costVisits }: BenchSize) =>
  report(await measure(portal, proxy, costVisits));

const measure = async (portal: Portal, proxy: MeteringProxy, visitCount: number): Promise<Measurement> => {
  const articles = await listArticles(portal.url);
  const visits = modelVisits(
    {
      articles: articles.map(({ url }) => url),
      categories: [...new Set(articles.map(({ category }) => `/${category}`))],
    },
    { seed, count: visitCount },
  );
  const pagesBefore = portal.functions.pages.usage();
  const visitsBefore = portal.functions.visits.usage();
  const { result: traffic, usage: table } = await withProgress(
    `Replaying ${visitCount} visits (seed ${seed})`,
    () => proxy.meter(() => replay(portal.url, visits)),
  );
  return {
    traffic,
    table,
    pages: difference(portal.functions.pages.usage(), pagesBefore),
    visits: difference(portal.functions.visits.usage(), visitsBefore),
    articleCount: articles.length,
    idleRuns: {
      'most-read': await idleRun(portal, proxy, 'most-read'),
      'search-compactor': await idleRun(portal, proxy, 'search-compactor'),
      'people-export': await idleRun(portal, proxy, 'people-export'),
    },
  };
};

/** The second of two invocations one after the other: the first does what there is to do. */
const idleRun = async (
  portal: Portal,
  { meter }: MeteringProxy,
  name: ScheduledFunction,
): Promise<IdleRun> => {
  const invoked = portal.functions[name];
  await invoked.invoke({});
  const before = invoked.usage();
  const { usage: table } = await meter(() => invoked.invoke({}));
  return { ...difference(invoked.usage(), before), table };
};

const listArticles = async (url: string): Promise<Page['items']> => {
  const articles: Page['items'] = [];
  const pages = paginate(async (cursor) => {
    const reply = await fetch(`${url}/api/articles${cursor === undefined ? '' : `?cursor=${cursor}`}`);
    return (await reply.json()) as Page;
  });
  for await (const article of pages) articles.push(article);
  return articles;
};

const difference = (after: Invocations, before: Invocations): Invocations => ({
  invocations: after.invocations - before.invocations,
  milliseconds: after.milliseconds - before.milliseconds,
});
