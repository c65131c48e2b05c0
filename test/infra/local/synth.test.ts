import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstStackId } from '../../../infra/local/choose-portal.ts';
import { hashSources, synthesize } from '../../../infra/local/template/synth.ts';
import { bundleDirectory, ofType, readTemplate } from '../../../infra/local/template/template.ts';
import { templateDirectory } from '../../support/templates.ts';

const projectRoot = resolve(import.meta.dirname, '../../..');
const copied = [
  ...['cdk.json', 'package.json', 'package-lock.json', 'tsconfig.json'],
  ...['infra', 'functions', 'shared', relative(projectRoot, templateDirectory)],
];
let root: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'cong-tin-synth-'));
  for (const name of copied) await cp(join(projectRoot, name), join(root, name), { recursive: true });
  await symlink(join(projectRoot, 'node_modules'), join(root, 'node_modules'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** Changes a file while `act` runs. */
const withChange = async <T>(file: string, change: (text: string) => string, act: () => Promise<T>) => {
  const path = join(root, file);
  const original = await readFile(path, 'utf8');
  await writeFile(path, change(original));
  try {
    return await act();
  } finally {
    await writeFile(path, original);
  }
};

test.each([
  'cdk.json',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'infra/app.ts',
  'infra/stages.ts',
  'infra/edge/viewer-request.js',
  'infra/compute/sharp-for-lambda.ts',
  'functions/pages/index.ts',
  'functions/feeds/rss.tsx',
  'shared/routes.ts',
  'shared/pages/layout.tsx',
  'shared/pages/styles/base.css',
  'shared/pages/visits.inline.js',
])('synthesizes again after a change of %s', async (file) => {
  const before = await hashSources(root);
  const after = await withChange(
    file,
    (text) => `${text}\n`,
    () => hashSources(root),
  );
  expect(after).not.toBe(before);
});

test('ignores changes of the runner', async () => {
  const before = await hashSources(root);
  const after = await withChange(
    'infra/local/start.ts',
    (text) => `${text}\n`,
    () => hashSources(root),
  );
  expect(after).toBe(before);
});

test('includes a changed edge function in the next template, and reuses the template of unchanged sources', async () => {
  expect(await synthesize(root)).toMatchObject({ cached: true });
  const marker = 'a broken edge function';
  const changed = await withChange(
    'infra/edge/viewer-request.js',
    (text) => `${text}\n// ${marker}\n`,
    () => synthesize(root),
  );
  expect(changed).toMatchObject({ cached: false });
  expect(await readFile(join(changed.directory, `${firstStackId()}.template.json`), 'utf8')).toContain(
    marker,
  );
});

test('refuses portals that collide in one sentence', async () => {
  const entry = "portal({ site: 'pho-moi', stage: 'dev' }),";
  const twice = (text: string) => text.replace(/(?=\n\];\n$)/, `\n${entry}\n${entry}`);
  const synthesis = withChange('infra/stages.ts', twice, () => synthesize(root));
  await expect(synthesis).rejects.toThrow(
    'infra/stages.ts: site: "pho-moi" is described twice in the stage "dev"; both would be the stack CongTin-pho-moi-dev.\n',
  );
  await expect(synthesis).rejects.not.toThrow(/^\s+at /m);
});

test('has every bundle after `cdk ls`, which synthesizes without bundling', async () => {
  const cdk = join(root, 'node_modules/aws-cdk/bin/cdk');
  const PATH = `${dirname(process.execPath)}${delimiter}${process.env.PATH}`;
  await promisify(execFile)(process.execPath, [cdk, 'ls'], { cwd: root, env: { ...process.env, PATH } });
  const { directory, cached } = await synthesize(root);
  expect(cached).toBe(true);
  const functions = ofType(
    await readTemplate(join(directory, `${firstStackId()}.template.json`)),
    'AWS::Lambda::Function',
  );
  expect(functions.length).toBeGreaterThan(5);
  for (const resource of functions) {
    const bundle = join(directory, bundleDirectory(resource), 'index.mjs');
    expect([resource.id, existsSync(bundle)]).toEqual([resource.id, true]);
  }
});

test('leaves nothing of a synthesis that failed', async () => {
  const before = await readdir(join(root, '.synth'));
  await withChange(
    'infra/app.ts',
    () => `throw new Error('no stack');`,
    () => expect(synthesize(root)).rejects.toThrow('no stack'),
  );
  expect(await readdir(join(root, '.synth'))).toEqual(before);
});
