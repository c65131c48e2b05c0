import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { glob, mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
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

/** Syntheses that are retained, the newest ones: a running portal loads its bundles when they are first used. */
const retained = 3;

/**
 * Synthesizes every stage, cdk-nag included, unless it was done for the same sources. The directory is named by the hash of the sources
 * and not the CLI's `cdk.out`, in which `cdk ls` and `cdk destroy` leave templates without bundles. Throws with the output of the CLI
 * when it fails.
 */
export const synthesize = async (
  root = projectRoot,
): Promise<{ directory: string; cached: boolean; seconds: number }> => {
  const start = performance.now();
  const syntheses = join(root, '.synth');
  const directory = join(syntheses, (await hashSources(root)).slice(0, 16));
  const cached = existsSync(directory);
  if (!cached) {
    await synthesizeInto(root, directory);
    await removeOld(syntheses);
  }
  return { directory, cached, seconds: (performance.now() - start) / 1000 };
};

/** Creates the directory only when everything is in it. */
const synthesizeInto = async (root: string, directory: string) => {
  const parent = dirname(directory);
  await mkdir(parent, { recursive: true });
  const unfinished = await mkdtemp(join(parent, 'unfinished-'));
  try {
    await runCli(root, unfinished);
    await rename(unfinished, directory).catch((error) => {
      // Another process was faster.
      if (!existsSync(directory)) throw error;
    });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
};

const removeOld = async (syntheses: string) => {
  const found: { path: string; changedMs: number }[] = [];
  for (const name of await readdir(syntheses)) {
    const path = join(syntheses, name);
    // Null when another process has renamed or removed it meanwhile.
    const stats = await stat(path).catch(() => null);
    if (stats) found.push({ path, changedMs: stats.mtimeMs });
  }
  const old = found.sort((a, b) => b.changedMs - a.changedMs).slice(retained);
  for (const { path } of old) await rm(path, { recursive: true, force: true });
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
