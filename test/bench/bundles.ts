import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { bundleDirectory, functionName, ofType, readTemplate } from '../../infra/local/template/template.ts';
import type { BenchSize } from './bench-size.ts';
import { environmentOf, templateFile } from './function-environment.ts';
import { median } from './median.ts';

/** Prints the size of each function's bundle, and how long a fresh process takes to import it. */
export const benchBundles = async (templateDirectory: string, { bundleLoads }: BenchSize) => {
  const template = await readTemplate(templateFile(templateDirectory));
  console.log(`Bundles: bytes as they are and gzipped; ms to load, median of ${bundleLoads} fresh processes`);
  for (const resource of ofType(template, 'AWS::Lambda::Function')) {
    const file = join(templateDirectory, bundleDirectory(resource), 'index.mjs');
    const code = await readFile(file);
    const timesMs = [];
    for (let n = 0; n < bundleLoads; n += 1)
      timesMs.push(await loadMs(file, environmentOf(resource, template)));
    const size = `${code.length} B  ${gzipSync(code).length} B gzip`;
    console.log(`  ${functionName(resource).padEnd(17)} ${size.padEnd(28)} ${median(timesMs).toFixed(0)} ms`);
  }
};

const script = `
const start = performance.now();
await import(process.argv[1]);
console.log(performance.now() - start);
process.exit(0);`;

/** Milliseconds that a fresh process takes to import a bundle. */
const loadMs = async (file: string, env: Record<string, string>): Promise<number> => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '-e', script, file],
    { env },
  );
  return Number(stdout);
};
