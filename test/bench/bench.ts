import { withProgress } from '../../infra/cli/progress.ts';
import { loadDemo } from '../../infra/demo/load.ts';
import { startPortal } from '../../infra/local/portal.ts';
import { synthesize } from '../../infra/local/template/synth.ts';
import { benchBundles } from './bundles.ts';
import { benchImages } from './images.ts';
import { benchLighthouse } from './lighthouse.ts';
import { meteredEngine } from './metered-engine.ts';
import { benchRenders } from './renders.ts';
import { benchRoutes } from './routes.ts';
import { benchFreshness, benchSearch } from './search.ts';
import { benchVisits } from './visits.ts';

/** `npm run bench`: what the portal weighs and costs, from the bundles and template that would be deployed. Times are this machine's: compare them with each other only. */
const bench = async () => {
  const { directory } = await withProgress('Synthesizing the stack', synthesize);
  await benchBundles(directory);
  await benchVisits(directory);
  await benchSearch([1_000, 10_000, 50_000]);

  const engine = meteredEngine();
  const portal = await startPortal({ templateDirectory: directory, port: 0, dynamodbProxy: engine.before });
  try {
    await withProgress('Creating the demonstration', () => loadDemo(portal));
    const list = await fetch(`${portal.url}/api/articles?category=kinh-te-do-thi`);
    const { items } = (await list.json()) as { items: { url: string }[] };
    await benchRenders(portal, { home: '/', list: '/van-hoa-xa-hoi', article: items[0]?.url ?? '/' }, engine);
    await benchFreshness(portal);
    await benchRoutes(portal, engine);
    await benchImages(portal);
    await benchLighthouse(portal, {
      home: '/',
      list: '/van-hoa-xa-hoi',
      article: items[0]?.url ?? '/',
      day: '/ngay/2026-05-22',
      month: '/thang/2026-05',
    });
  } finally {
    await portal.close();
    engine.stop();
  }
};

await bench();
