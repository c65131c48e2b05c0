import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const text = (file: string) => readFileSync(join(root, file), 'utf8');
const documents = globSync(['*.md', 'docs/**/*.md', '.github/**/*.md'], { cwd: root });

/** Targets of relative links and images in a Markdown text, without their fragments. */
const relativeLinks = (markdown: string) =>
  Array.from(markdown.matchAll(/\]\(([^)\s]+)\)/g), ([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => target.replace(/#.*$/, ''))
    .filter((target) => target !== '');

/** Paths of this repository that a Markdown text names in backticks; those with a pattern in them are left out. */
const namedPaths = (markdown: string) =>
  Array.from(
    markdown.matchAll(/`((?:infra|functions|shared|test|docs|\.ci|\.github|\.biome)\/[\w./-]*)`/g),
    ([, path = '']) => path,
  );

/** What `find` finds in each document and `exists` denies, as `document: finding`. */
const missing = (
  find: (markdown: string) => string[],
  exists: (found: string, document: string) => boolean,
): string[] =>
  documents.flatMap((document) =>
    find(text(document))
      .filter((found) => !exists(found, document))
      .map((found) => `${document}: ${found}`),
  );

test('documents link to files that exist', () => {
  expect(missing(relativeLinks, (link, document) => existsSync(join(root, dirname(document), link)))).toEqual(
    [],
  );
});

test('documents name paths that exist', () => {
  expect(missing(namedPaths, (path) => existsSync(join(root, path)))).toEqual([]);
});

test('documents name scripts that exist', () => {
  const { scripts } = JSON.parse(text('package.json'));
  const namedScripts = (markdown: string) =>
    Array.from(markdown.matchAll(/npm run (?:-s )?([a-z][a-z-]*)/g), ([, name = '']) => name);
  expect(missing(namedScripts, (name) => name in scripts)).toEqual([]);
});

test('every decision is in the list of decisions', () => {
  const list = text('docs/decisions/README.md');
  const files = globSync('2*.md', { cwd: join(root, 'docs/decisions') });
  expect(files.filter((file) => !list.includes(`(${file})`))).toEqual([]);
});

test.each([
  ['ARCHITECTURE.md', 8_000],
  ['README.md', 7_000],
])('%s has at most %i bytes', (file, limitBytes) => {
  expect(statSync(join(root, file)).size).toBeLessThanOrEqual(limitBytes);
});

test('.nvmrc pins the Node that the devDependency brings', () => {
  const { devDependencies } = JSON.parse(text('package.json'));
  expect(text('.nvmrc').trim()).toBe(devDependencies.node);
});
