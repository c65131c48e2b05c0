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
import {
  bundleDirectory,
  functionName,
  ofType,
  type Resource,
  readTemplate,
} from '../../infra/local/template/template.ts';
import type { BenchSize } from './bench-size.ts';
import { median } from './median.ts';

/** No engine listens there: loading a bundle calls none. */
const unusedUrl = 'http://127.0.0.1:1';

const environmentProperties = z.object({ Variables: z.record(z.string(), z.string()) });

/** Prints the size of each function's bundle, and how long a fresh process takes to import it. */
export const benchBundles = async (templateDirectory: string, { bundleLoads }: BenchSize) => {
  const template = await readTemplate(join(templateDirectory, `${firstStackId()}.template.json`));
  const resolve = resolver(localReferences(template));
  console.log(`Bundles: bytes as they are and gzipped; ms to load, median of ${bundleLoads} fresh processes`);
  for (const resource of ofType(template, 'AWS::Lambda::Function')) {
    const file = join(templateDirectory, bundleDirectory(resource), 'index.mjs');
    const code = await readFile(file);
    const timesMs = [];
    for (let n = 0; n < bundleLoads; n += 1)
      timesMs.push(await loadMs(file, environmentOf(resource, resolve)));
    const size = `${code.length} B  ${gzipSync(code).length} B gzip`;
    console.log(`  ${functionName(resource).padEnd(17)} ${size.padEnd(28)} ${median(timesMs).toFixed(0)} ms`);
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
  const engines = {
    dynamodb: unusedUrl,
    s3: unusedUrl,
    sqs: unusedUrl,
    cloudfront: unusedUrl,
    cognito: unusedUrl,
  };
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '-e', script, file],
    { env: { ...lambdaEnvironment(engines), ...variables } },
  );
  return Number(stdout);
};
