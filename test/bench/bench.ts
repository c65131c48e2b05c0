import { withProgress } from '../../infra/cli/progress.ts';
import { messageForUser, UserError } from '../../infra/cli/user-error.ts';
import { loadDemo } from '../../infra/demo/load.ts';
import { type Portal, startPortal } from '../../infra/local/portal.ts';
import { synthesize } from '../../infra/local/template/synth.ts';
import { benchBundles } from './bundles.ts';
import { benchImages } from './images.ts';
import { benchLighthouse } from './lighthouse.ts';
import { meteredEngine } from './metered-engine.ts';
import { benchRenders } from './renders.ts';
import { benchRoutes } from './routes.ts';
import { benchFreshness, benchSearch } from './search.ts';
import { benchVisits } from './visits.ts';

type Demo = { portal: Portal; engine: ReturnType<typeof meteredEngine>; articlePath: string };

/** Parts that need the bundles alone. */
const offlineParts: Record<string, (directory: string) => Promise<void>> = {
  bundles: benchBundles,
  visits: benchVisits,
  search: () => benchSearch([1_000, 10_000, 50_000]),
};

/** Parts that run against the demonstration. */
const demoParts: Record<string, (demo: Demo) => Promise<void>> = {
  renders: ({ portal, engine, articlePath }) =>
    benchRenders(portal, { home: '/', list: '/van-hoa-xa-hoi', article: articlePath }, engine),
  freshness: ({ portal }) => benchFreshness(portal),
  routes: ({ portal, engine }) => benchRoutes(portal, engine),
  images: ({ portal }) => benchImages(portal),
  lighthouse: ({ portal, articlePath }) =>
    benchLighthouse(portal, {
      home: '/',
      list: '/van-hoa-xa-hoi',
      article: articlePath,
      day: '/ngay/2026-05-22',
      month: '/thang/2026-05',
    }),
};

const allParts = [...Object.keys(offlineParts), ...Object.keys(demoParts)];

/** Runs `work` on a portal with the demonstration, behind a proxy that meters the table. */
const withDemo = async (templateDirectory: string, work: (demo: Demo) => Promise<void>) => {
  const engine = meteredEngine();
  const portal = await startPortal({ templateDirectory, port: 0, dynamodbProxy: engine.before });
  try {
    await withProgress('Creating the demonstration', () => loadDemo(portal));
    const list = await fetch(`${portal.url}/api/articles?category=kinh-te-do-thi`);
    const { items } = (await list.json()) as { items: { url: string }[] };
    await work({ portal, engine, articlePath: items[0]?.url ?? '/' });
  } finally {
    await portal.close();
    engine.stop();
  }
};

/** `npm run bench -- [PART…]`: sizes, capacity units and times of what would be deployed. Times are this machine's: compare them with each other only. */
const bench = async (requested: readonly string[]) => {
  const unknown = requested.find((part) => !allParts.includes(part));
  if (unknown) throw new UserError(`There is no part “${unknown}”: choose among ${allParts.join(', ')}.`);
  const isRequested = (part: string) => requested.length === 0 || requested.includes(part);

  const { directory } = await withProgress('Synthesizing the stack', () => synthesize());
  for (const [part, run] of Object.entries(offlineParts)) if (isRequested(part)) await run(directory);
  const parts = Object.entries(demoParts).filter(([part]) => isRequested(part));
  if (parts.length === 0) return;
  await withDemo(directory, async (demo) => {
    for (const [, run] of parts) await run(demo);
  });
};

bench(process.argv.slice(2)).catch((error) => {
  console.error(messageForUser(error));
  process.exit(1);
});
