import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import * as z from 'zod/mini';
import { lambdaEnvironment } from '../../infra/local/compute/aws-environment.ts';
import { ofType, type Resource, readTemplate } from '../../infra/local/template/template.ts';
import { median } from './median.ts';

/** Fresh processes that load each bundle. */
const loads = 9;
const unused = 'http://127.0.0.1:1';

/** Prints the size of each function's bundle, and the time that a fresh process takes to load it. */
export const benchBundles = async (templateDirectory: string) => {
  const template = await readTemplate(join(templateDirectory, 'CongTin-dev.template.json'));
  console.log(`Bundles: bytes and bytes gzipped; ms to load, median of ${loads} fresh processes`);
  for (const resource of ofType(template, 'AWS::Lambda::Function')) {
    const { Metadata } = resource;
    const file = join(templateDirectory, String(Metadata['aws:asset:path']), 'index.mjs');
    const code = await readFile(file);
    const timesMs = [];
    for (let n = 0; n < loads; n += 1) timesMs.push(await loadMs(file, placeholders(resource)));
    const name = String(Metadata['aws:cdk:path']).split('/').at(-3) ?? '';
    const size = `${code.length} B  ${gzipSync(code).length} B gzip`;
    console.log(`  ${name.padEnd(17)} ${size.padEnd(28)} ${median(timesMs).toFixed(0)} ms`);
  }
};

const environment = z.object({ Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }) });

/** The environment variables of a function in the template, with valid values where the template has references. */
const placeholders = ({ Properties }: Resource): Record<string, string> => {
  const { Variables } = environment.parse(Properties).Environment;
  const placeholderOf = (name: string, value: unknown) => {
    if (typeof value === 'string') return value;
    return name === 'SITE_ORIGIN' ? 'https://placeholder' : 'placeholder';
  };
  return Object.fromEntries(
    Object.entries(Variables).map(([name, value]) => [name, placeholderOf(name, value)]),
  );
};

const script = `
const start = performance.now();
await import(process.argv[1]);
console.log(performance.now() - start);
process.exit(0);`;

const loadMs = async (file: string, variables: Record<string, string>): Promise<number> => {
  const endpoints = lambdaEnvironment({ dynamodb: unused, s3: unused, sqs: unused, cloudfront: unused });
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '-e', script, file],
    { env: { ...endpoints, ...variables } },
  );
  return Number(stdout);
};
