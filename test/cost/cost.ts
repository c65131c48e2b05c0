import { withProgress } from '../../infra/cli/progress.ts';
import { readArguments } from '../../infra/cli/read-arguments.ts';
import { runCommand } from '../../infra/cli/run-command.ts';
import { loadDemo } from '../../infra/demo/load.ts';
import { type Portal, startPortal } from '../../infra/local/portal.ts';
import { synthesize } from '../../infra/local/template/synth.ts';
import { paginate } from '../../shared/api/paginate.ts';
import { type MeteringProxy, meteringProxy } from '../bench/metering-proxy.ts';
import { replay } from './replay.ts';
import { type Invocations, type Measurement, report } from './report.ts';
import { modelVisits } from './visitors.ts';

const seed = 20261124;
const visitCount = Number(process.env.COST_VISITS || 10_000);

type Page = { items: { url: string; category: string }[]; next: string | null };
/** `npm run cost`: the bill of a month, from a seeded model of visits replayed through the stack. */
const run = async () => {
  readArguments('npm run cost');
  const { directory } = await withProgress('Synthesizing the stack', synthesize);
  const proxy = meteringProxy();
  const portal = await startPortal({
    templateDirectory: directory,
    port: 0,
    isThrottled: false,
    dynamodbProxy: proxy.start,
  });
  try {
    await withProgress('Creating the demonstration', () => loadDemo(portal));
    report(await measure(portal, proxy));
  } finally {
    await portal.close();
    proxy.stop();
  }
};

const measure = async (portal: Portal, { meter }: MeteringProxy): Promise<Measurement> => {
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
    () => meter(() => replay(portal.url, visits)),
  );
  return {
    traffic,
    table,
    pages: difference(portal.functions.pages.usage(), pagesBefore),
    visits: difference(portal.functions.visits.usage(), visitsBefore),
    articleCount: articles.length,
  };
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

await runCommand(run);
