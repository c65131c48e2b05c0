import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { glob, mkdir, readFile, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const root = resolve(import.meta.dirname, '../..');
const directory = join(root, 'cdk.out');
const stamp = join(directory, '.sources');

/** Everything that the templates and bundles are made from. */
const sources = [
  'cdk.json',
  'package-lock.json',
  'infra/*.ts',
  'functions/**/*.{ts,tsx}',
  'shared/**/*.{ts,tsx,css,js}',
];

const hashSources = async (): Promise<string> => {
  const hash = createHash('sha256');
  for await (const file of sortedFiles()) hash.update(file).update(await readFile(join(root, file)));
  return hash.digest('hex');
};

async function* sortedFiles() {
  const files: string[] = [];
  for await (const file of glob(sources, { cwd: root })) files.push(file);
  yield* files.sort();
}

/**
 * Every stage, synthesized as `cdk synth` does it, nag included, into `directory`; kept while its sources stay the same.
 * Throws with what the CLI said when it fails.
 */
export const synthesize = async (): Promise<{ directory: string; cached: boolean; seconds: number }> => {
  const start = performance.now();
  const hash = await hashSources();
  const known = existsSync(stamp) ? await readFile(stamp, 'utf8') : null;
  if (known !== hash) {
    await runCli();
    await mkdir(directory, { recursive: true });
    await writeFile(stamp, hash);
  }
  return { directory, cached: known === hash, seconds: (performance.now() - start) / 1000 };
};

const runCli = async () => {
  const cli = join(root, 'node_modules/aws-cdk/bin/cdk');
  const args = [cli, 'synth', '--quiet', '--output', directory];
  // The CLI starts `node infra/app.ts`, which must be the Node that this is.
  const PATH = dirname(process.execPath) + delimiter + process.env.PATH;
  try {
    await promisify(execFile)(process.execPath, args, { cwd: root, env: { ...process.env, PATH } });
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    throw new Error(`The stack could not be synthesized.\n${stdout ?? ''}${stderr ?? ''}`, { cause: error });
  }
};
