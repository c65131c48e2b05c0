import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { withProgress } from '../../infra/cli/progress.ts';
import { readArguments } from '../../infra/cli/read-arguments.ts';
import { runCommand } from '../../infra/cli/run-command.ts';
import { loadDemo } from '../../infra/demo/load.ts';
import { startPortal } from '../../infra/local/portal.ts';
import { synthesize } from '../../infra/local/template/synth.ts';
import { checkAccessibility } from './accessibility.ts';
import { readAsvs } from './asvs.ts';
import { criteria } from './criteria.ts';
import { type Assessment, renderSheet } from './sheet.ts';
import { readSite, type SiteFacts } from './site-facts.ts';
import { measureSpeed } from './speed.ts';

const usage = 'npm run assessment -- [https://phuong.example.vn] [--into DIRECTORY]';
const runsPerPage = 3;

/** Assesses the site at an address. */
const assess = async (address: string): Promise<Assessment> => {
  const site = await readSite(address);
  const main = pagesOf(site);
  const speed = await withProgress('Measuring speed', () => measureSpeed(site.url, main, runsPerPage));
  const all = [
    ...main,
    ['Sơ đồ trang', site.siteMap.path],
    ['Lượt truy cập', site.statistics.path],
    ['Trang không có', site.missing.path],
  ] as const;
  const accessibility = await withProgress('Checking accessibility', () => checkAccessibility(site.url, all));
  return {
    url: site.url.origin,
    at: new Date().toISOString(),
    criteria: criteria.map(({ judge, ...criterion }) => ({
      ...criterion,
      ...judge({ site, speed, accessibility }),
    })),
    speed,
    accessibility,
    asvs: readAsvs(),
  };
};

const pagesOf = ({ home, article, search }: SiteFacts) =>
  [
    ['Trang chủ', home.path],
    ['Bài viết', article.path],
    ['Tìm kiếm', search.path],
  ] as const;

/** Does something with a portal of this machine that has the demonstration. */
const withDemo = async <T>(work: (address: string) => Promise<T>): Promise<T> => {
  const { directory } = await withProgress('Synthesizing the stack', synthesize);
  const portal = await startPortal({ templateDirectory: directory, port: 0, isThrottled: false });
  try {
    await withProgress('Creating the demonstration', () => loadDemo(portal));
    return await work(portal.url);
  } finally {
    await portal.close();
  }
};

/** Writes the sheet of a portal as a page and as JSON: that of an address, or the demonstration's. */
const run = async () => {
  const { positionals, values } = readArguments(usage, {
    options: { into: { type: 'string', default: 'assessment' } },
    atMost: 1,
  });
  const [address] = positionals;
  const assessment = address === undefined ? await withDemo(assess) : await assess(address);
  const directory = resolve(values.into);
  await mkdir(directory, { recursive: true });
  await writeFile(join(directory, 'assessment.html'), renderSheet(assessment));
  await writeFile(join(directory, 'assessment.json'), `${JSON.stringify(assessment, null, 2)}\n`);
  console.log(`Wrote assessment.html and assessment.json into ${directory}.`);
};

await runCommand(run);
