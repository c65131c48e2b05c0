import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { lambdaEnvironment } from '../../infra/local/compute/aws-environment.ts';
import { ofType, readTemplate } from '../../infra/local/template/template.ts';
import { median } from './median.ts';

const loads = 9;
const unused = 'http://127.0.0.1:1';

/** Size of each function's bundle, and how long a fresh process takes to load it; empty processes are loaded in turn, for comparison. */
export const benchBundles = async (templateDirectory: string) => {
  const template = await readTemplate(join(templateDirectory, 'CongTin-dev.template.json'));
  console.log(`Bundles: bytes as they are and gzipped; ms to load, median of ${loads} fresh processes`);
  for (const { Metadata } of ofType(template, 'AWS::Lambda::Function')) {
    const file = join(templateDirectory, String(Metadata['aws:asset:path']), 'index.mjs');
    const code = await readFile(file);
    const timesMs = [];
    for (let n = 0; n < loads; n += 1) timesMs.push(await loadMs(file));
    const name = String(Metadata['aws:cdk:path']).split('/').at(-3) ?? '';
    const size = `${code.length} B  ${gzipSync(code).length} B gzip`;
    console.log(`  ${name.padEnd(10)} ${size.padEnd(28)} ${median(timesMs).toFixed(0)} ms`);
  }
};

const script = `
const start = performance.now();
await import(process.argv[1]);
console.log(performance.now() - start);
process.exit(0);`;

const loadMs = async (file: string): Promise<number> => {
  const environment = {
    CONTENT_TABLE: 'x',
    VISITS_TABLE: 'x',
    SITE_ID: 'x',
    SITE_ORIGIN: 'https://x',
    IMAGES_BUCKET: 'x',
    SEARCH_BUCKET: 'x',
  };
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '-e', script, file],
    {
      env: {
        ...lambdaEnvironment({ dynamodb: unused, s3: unused, sqs: unused, cloudfront: unused }),
        ...environment,
      },
    },
  );
  return Number(stdout);
};
