import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import * as z from 'zod/mini';
import { firstStackId } from '../../infra/local/choose-portal.ts';
import { lambdaEnvironment } from '../../infra/local/compute/aws-environment.ts';
import { localReferences } from '../../infra/local/template/local-references.ts';
import { type Resolve, resolver } from '../../infra/local/template/resolve.ts';
import { ofType, type Resource, readTemplate } from '../../infra/local/template/template.ts';
import { median } from './median.ts';

const loads = 9;
/** No engine listens there: loading a bundle calls none. */
const unusedUrl = 'http://127.0.0.1:1';

const environmentProperties = z.object({ Variables: z.record(z.string(), z.string()) });

/** Prints the size of each function's bundle, and how long a fresh process takes to import it. */
export const benchBundles = async (templateDirectory: string) => {
  const template = await readTemplate(join(templateDirectory, `${firstStackId()}.template.json`));
  const resolve = resolver(localReferences(template));
  console.log(`Bundles: bytes as they are and gzipped; ms to load, median of ${loads} fresh processes`);
  for (const resource of ofType(template, 'AWS::Lambda::Function')) {
    const { Metadata } = resource;
    const file = join(templateDirectory, String(Metadata['aws:asset:path']), 'index.mjs');
    const code = await readFile(file);
    const timesMs = [];
    for (let n = 0; n < loads; n += 1) timesMs.push(await loadMs(file, environmentOf(resource, resolve)));
    const name = String(Metadata['aws:cdk:path']).split('/').at(-3) ?? '';
    const size = `${code.length} B  ${gzipSync(code).length} B gzip`;
    console.log(`  ${name.padEnd(17)} ${size.padEnd(28)} ${median(timesMs).toFixed(0)} ms`);
  }
};

/** The variables of a function in the template, its references resolved as on this machine. */
const environmentOf = ({ Properties }: Resource, resolve: Resolve): Record<string, string> =>
  environmentProperties.parse(resolve(Properties.Environment)).Variables;

const script = `
const start = performance.now();
await import(process.argv[1]);
console.log(performance.now() - start);
process.exit(0);`;

/** Milliseconds that a fresh process takes to import a bundle. */
const loadMs = async (file: string, variables: Record<string, string>): Promise<number> => {
  const engines = { dynamodb: unusedUrl, s3: unusedUrl, sqs: unusedUrl, cloudfront: unusedUrl };
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '-e', script, file],
    { env: { ...lambdaEnvironment(engines), ...variables } },
  );
  return Number(stdout);
};
