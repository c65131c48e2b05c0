import { withProgress } from '../../infra/cli/progress.ts';
import { readArguments } from '../../infra/cli/read-arguments.ts';
import { runCommand } from '../../infra/cli/run-command.ts';
import { UserError } from '../../infra/cli/user-error.ts';
import { loadDemo } from '../../infra/demo/load.ts';
import { type Portal, startPortal } from '../../infra/local/portal.ts';
import { synthesize } from '../../infra/local/template/synth.ts';
import { measureCost } from '../cost/cost.ts';
import { reportIdle } from '../cost/report-idle.ts';
import { benchArticleLists } from './article-lists.ts';
import { type BenchSize, fullSize, smallestSize } from './bench-size.ts';
import { benchBundles } from './bundles.ts';
import { benchEditor } from './editor.ts';
import { benchFreshness } from './freshness.ts';
import { benchImages } from './images.ts';
import { benchLighthouse } from './lighthouse.ts';
import { type MeteringProxy, meteringProxy } from './metering-proxy.ts';
import { benchBytes } from './page-bytes.ts';
import { benchPageCpu } from './page-cpu.ts';
import { benchRenders } from './renders.ts';
import { benchRoutes } from './routes.ts';
import { benchSearch } from './search.ts';
import { benchSearchRoom } from './search-room.ts';
import { benchVisits } from './visits.ts';

type PortalPart = (
  portal: Portal,
  proxy: MeteringProxy,
  size: BenchSize,
  templateDirectory: string,
) => Promise<void>;

/** Parts that need the synthesized template alone, in the order in which they run. */
const templateParts: Record<string, (templateDirectory: string, size: BenchSize) => Promise<void>> = {
  bundles: benchBundles,
  idle: reportIdle,
  visits: benchVisits,
  lists: benchArticleLists,
  search: (_, size) => benchSearch(size),
  'search-room': (_, size) => benchSearchRoom(size),
  editor: (_, size) => benchEditor(size),
};

/** Parts that share one portal with the demonstration, run after the others. */
const portalParts: Record<string, PortalPart> = {
  cost: measureCost,
  renders: async (portal, proxy, size) => benchRenders(portal, await mainPages(portal), proxy, size),
  cpu: async (portal, _, size, directory) => benchPageCpu(directory, portal, await mainPages(portal), size),
  bytes: async (portal) => benchBytes(portal, await mainPages(portal)),
  freshness: (portal, _, size) => benchFreshness(portal, size),
  routes: benchRoutes,
  images: (portal, _, size) => benchImages(portal, size),
  lighthouse: async (portal, _, size) =>
    benchLighthouse(
      portal,
      { ...(await mainPages(portal)), day: '/ngay/2026-05-22', month: '/thang/2026-05' },
      size,
    ),
};

const mainPages = async (portal: Portal) => {
  const list = await fetch(`${portal.url}/api/articles?category=kinh-te-do-thi`);
  const { items } = (await list.json()) as { items: { url: string }[] };
  return { home: '/', list: '/van-hoa-xa-hoi', article: items[0]?.url ?? '/' };
};

/**
 * `npm run bench -- [--smallest] [PART …]`: sizes, costs and times of the portal. Times are this machine's: compare them only with
 * each other. `--smallest` runs every part once, to see that it runs.
 */
const bench = async () => {
  const { positionals: names, values } = readArguments('npm run bench -- [--smallest] [PART …]', {
    options: { smallest: { type: 'boolean', default: false } },
    atMost: Number.POSITIVE_INFINITY,
  });
  const size = values.smallest ? smallestSize : fullSize;
  const known = [...Object.keys(templateParts), ...Object.keys(portalParts)];
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new UserError(`There is no part “${unknown}”: choose from ${known.join(', ')}.`);
  }
  const chosen = <Part>(parts: Record<string, Part>) =>
    Object.entries(parts).flatMap(([name, part]) =>
      names.length === 0 || names.includes(name) ? [part] : [],
    );

  const { directory } = await withProgress('Synthesizing the stack', synthesize);
  for (const part of chosen(templateParts)) await part(directory, size);
  if (chosen(portalParts).length > 0) await runWithPortal(directory, chosen(portalParts), size);
};

const runWithPortal = async (templateDirectory: string, parts: readonly PortalPart[], size: BenchSize) => {
  const proxy = meteringProxy();
  const portal = await startPortal({
    templateDirectory,
    port: 0,
    isThrottled: false,
    dynamodbProxy: proxy.start,
  });
  try {
    await withProgress('Creating the demonstration', () => loadDemo(portal));
    for (const part of parts) await part(portal, proxy, size, templateDirectory);
  } finally {
    await portal.close();
    proxy.stop();
  }
};

await runCommand(bench);
