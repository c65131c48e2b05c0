import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod/mini';

const root = resolve(import.meta.dirname, '../..');

/** A file, an import planted in it, and whether the linter should refuse that. */
const imports = [
  ['shared/time/planted.ts', '../articles/article.ts', 'refused'],
  ['shared/http/planted.ts', '../pages/layout.tsx', 'refused'],
  ['shared/planted.ts', './articles/article.ts', 'refused'],
  ['shared/images/planted.ts', '../articles/article.ts', 'refused'],
  ['shared/articles/planted.ts', '../images/image.ts', 'allowed'],
  ['shared/articles/planted.ts', '../site/settings.ts', 'refused'],
  ['shared/visits/planted.ts', '../articles/article.ts', 'refused'],
  ['shared/articles/planted.ts', '@aws-sdk/client-s3', 'refused'],
  ['shared/articles/planted-store.ts', '@aws-sdk/client-s3', 'allowed'],
  ['shared/articles/planted.ts', '../../functions/pages/index.ts', 'refused'],
  ['functions/pages/planted.ts', '../search/index.ts', 'refused'],
  ['functions/pages/planted.ts', '@aws-sdk/client-s3', 'refused'],
  ['functions/pages/planted.ts', '../../infra/stages.ts', 'refused'],
  ['functions/pages/views/planted.ts', 'node:fs', 'refused'],
  ['functions/pages/views/planted.ts', '../../../shared/time/local-day.ts', 'allowed'],
  ['infra/compute/planted.ts', '../../functions/pages/index.ts', 'refused'],
  ['infra/compute/planted.ts', '../../shared/articles/article.ts', 'refused'],
  ['infra/compute/planted.ts', '../local/portal.ts', 'refused'],
  ['infra/demo/planted.ts', '../local/portal.ts', 'refused'],
  ['infra/local/planted.ts', '../../functions/pages/index.ts', 'refused'],
] as const;
/** The same with other code. */
const code = [
  ['functions/pages/planted.ts', 'export const table = process.env.CONTENT_TABLE;', 'refused'],
  ['functions/pages/planted.ts', "import { env } from 'node:process';", 'refused'],
  ['functions/pages/planted.ts', "export const site = readEnv(['SITE_ID']);", 'refused'],
  ['functions/pages/views/planted.tsx', 'export const site = env.SITE_ID;', 'refused'],
  ['shared/articles/planted-store.ts', 'export const site = process.env.SITE_ID;', 'refused'],
  ['functions/pages/planted.ts', "export const table = readEnv(['CONTENT_TABLE']);", 'allowed'],
  ['functions/pages/planted.ts', 'export const site = readSiteId();', 'allowed'],
  ['shared/site/planted.ts', 'let settings: unknown;', 'refused'],
  ['functions/pages/planted.ts', 'export let settings: unknown;', 'refused'],
  ['functions/pages/planted.ts', 'export const cacheOf = () => { let n = 0; return () => ++n; };', 'allowed'],
  ['infra/compute/planted.ts', "export const environment = { SITE_ID: 'hac-van' };", 'allowed'],
] as const;
const planted = [
  ...imports.map(([file, specifier, expected]) => [file, `import '${specifier}';`, expected] as const),
  ...code,
];

const report = z.object({
  diagnostics: z.array(
    z.object({ category: z.nullable(z.string()), location: z.object({ path: z.string() }) }),
  ),
});

let refused: string[];
let directory: string;

const fileOf = (index: number, file: string) => file.replace('planted', `planted-${index}`);

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'cong-tin-imports-'));
  for (const name of ['biome.json', '.biome']) {
    await cp(join(root, name), join(directory, name), { recursive: true });
  }
  for (const [index, [file, text]] of planted.entries()) {
    const path = join(directory, fileOf(index, file));
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, `${text}\n`);
  }
  const biome = join(root, 'node_modules/.bin/biome');
  const args = ['lint', '--reporter=json', '--max-diagnostics=none', '--vcs-enabled=false', '.'];
  const output = await promisify(execFile)(biome, args, { cwd: directory }).catch(
    (error: { stdout: string }) => error,
  );
  const { diagnostics } = report.parse(JSON.parse(output.stdout));
  refused = diagnostics
    .filter(({ category }) => category === 'plugin' || category?.endsWith('noRestrictedImports'))
    .map(({ location }) => location.path);
});
afterAll(() => rm(directory, { recursive: true, force: true }));

test.each(planted.map((row, index) => [...row, index] as const))(
  '%s with %s is %s',
  (file, _, expected, index) => {
    expect(refused.includes(fileOf(index, file))).toBe(expected === 'refused');
  },
);
