import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { glob, mkdir, readFile, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';

const projectRoot = resolve(import.meta.dirname, '../../..');

/** Every file that decides what a template or a bundle contains; esbuild reads package.json and tsconfig.json too. */
const sources = ['{cdk,package,package-lock,tsconfig}.json', '{infra,functions,shared}/**'];
/** The runner and its tools: the linter keeps the stack from importing them. */
const excluded = ['infra/local', 'infra/tools', 'infra/demo', 'infra/cli'];

/** SHA-256 (hex) of the names and contents of all sources. */
export const hashSources = async (root: string): Promise<string> => {
  const files: string[] = [];
  const entries = glob(sources, {
    cwd: root,
    withFileTypes: true,
    exclude: ({ parentPath, name }) => excluded.includes(relative(root, join(parentPath, name))),
  });
  for await (const entry of entries) if (entry.isFile()) files.push(join(entry.parentPath, entry.name));
  const hash = createHash('sha256');
  for (const file of files.sort()) hash.update(relative(root, file)).update(await readFile(file));
  return hash.digest('hex');
};

/**
 * Synthesizes every stage into `cdk.out`, cdk-nag included, unless the sources are those of the last synthesis.
 * Throws with the output of the CLI when it fails.
 */
export const synthesize = async (
  root = projectRoot,
): Promise<{ directory: string; cached: boolean; seconds: number }> => {
  const start = performance.now();
  const directory = join(root, 'cdk.out');
  const stamp = join(directory, '.sources');
  const hash = await hashSources(root);
  const cachedHash = existsSync(stamp) ? await readFile(stamp, 'utf8') : null;
  if (cachedHash !== hash) {
    await runCli(root, directory);
    await mkdir(directory, { recursive: true });
    await writeFile(stamp, hash);
  }
  return { directory, cached: cachedHash === hash, seconds: (performance.now() - start) / 1000 };
};

const runCli = async (root: string, directory: string) => {
  const cli = join(root, 'node_modules/aws-cdk/bin/cdk');
  const args = [cli, 'synth', '--quiet', '--output', directory];
  // The CLI runs `node infra/app.ts`, which must be this version of Node.
  const PATH = dirname(process.execPath) + delimiter + process.env.PATH;
  try {
    await promisify(execFile)(process.execPath, args, { cwd: root, env: { ...process.env, PATH } });
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    throw new Error(`The stack could not be synthesized.\n${stdout ?? ''}${stderr ?? ''}`, { cause: error });
  }
};
