import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod/mini';
import { httpEvent, splitTarget } from '../../infra/local/api/http-event.ts';
import type { Portal } from '../../infra/local/portal.ts';
import { bundleDirectory, functionName, ofType, readTemplate } from '../../infra/local/template/template.ts';
import { originSecretHeader } from '../../shared/http/origin-secret.ts';
import type { BenchSize } from './bench-size.ts';
import { environmentOf, templateFile } from './function-environment.ts';
import { median } from './median.ts';

const measured = z.object({ loadMs: z.number(), firstMs: z.number(), cpuMs: z.number() });
type Measured = z.infer<typeof measured>;

/** Loads a bundle, answers one event, and then many of it. CPU is of all threads of the process. */
const script = `
const [file, text, pages] = process.argv.slice(1);
const event = JSON.parse(text);
const answer = async () => {
  const { statusCode } = await handler(event, { awsRequestId: 'bench', getRemainingTimeInMillis: () => 10_000 });
  if (statusCode !== 200) throw new Error(event.rawPath + ': ' + statusCode);
};
const start = performance.now();
const { handler } = await import(file);
const loaded = performance.now();
await answer();
const answered = performance.now();
// The first hundred compile what the others run.
for (let n = 0; n < Math.min(100, pages); n += 1) await answer();
const before = process.cpuUsage();
for (let n = 0; n < pages; n += 1) await answer();
const { user, system } = process.cpuUsage(before);
const cpuMs = (user + system) / 1000 / pages;
console.log(JSON.stringify({ loadMs: loaded - start, firstMs: answered - loaded, cpuMs }));
process.exit(0);`;

/** Prints what a page costs the function that renders it, in processes without the runner: a cold start, and CPU once warm. */
export const benchPageCpu = async (
  templateDirectory: string,
  { dynamodbUrl }: Pick<Portal, 'dynamodbUrl'>,
  targets: Record<string, string>,
  { coldStarts, cpuPages }: BenchSize,
) => {
  const template = await readTemplate(templateFile(templateDirectory));
  const pages = ofType(template, 'AWS::Lambda::Function').find((each) => functionName(each) === 'pages');
  if (!pages) throw new Error('The template has no function pages');
  const file = join(templateDirectory, bundleDirectory(pages), 'index.mjs');
  const env = environmentOf(pages, template, { dynamodb: dynamodbUrl });
  const run = async (event: string): Promise<Measured> => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--input-type=module', '-e', script, file, event, String(cpuPages)],
      { env },
    );
    return measured.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''));
  };
  console.log(
    `Pages in fresh processes: ms to load, ms of the first reply, ms of CPU a page of ${cpuPages}; medians of ${coldStarts}`,
  );
  for (const [name, target] of Object.entries(targets)) {
    const event = JSON.stringify(pageEvent(target, env.ORIGIN_SECRETS?.split(' ')[0] ?? ''));
    const runs: Measured[] = [];
    for (let n = 0; n < coldStarts; n += 1) runs.push(await run(event));
    const of = (key: keyof Measured) => median(runs.map((each) => each[key])).toFixed(2);
    console.log(`  ${name.padEnd(10)} ${of('loadMs')}  ${of('firstMs')}  ${of('cpuMs')}`);
  }
};

/** The event of a page that the pages function renders: the home page, a category or an article. */
const pageEvent = (target: string, secret: string) => {
  const [category = '', article = ''] = splitTarget(target).rawPath.split('/').slice(1);
  const pathParameters = { ...(category && { category }), ...(article && { article }) };
  const names = Object.keys(pathParameters).map((name) => `/{${name}}`);
  return httpEvent(
    { method: 'GET', target, headers: { [originSecretHeader]: secret }, body: Buffer.alloc(0) },
    {
      routeKey: `GET ${names.join('') || '/'}`,
      path: splitTarget(target).rawPath,
      pathParameters,
      authorized: null,
      requestId: 'bench',
      now: new Date(),
    },
  );
};
