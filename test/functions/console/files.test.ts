import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { consoleFiles, filesDirectory, manifestName } from '../../../functions/console/files.ts';
import { bundleDirectory, functionName, ofType } from '../../../infra/local/template/template.ts';
import { templateDirectory, templateOf } from '../../support/templates.ts';

const functionOf = (name: string) =>
  ofType(templateOf('dev'), 'AWS::Lambda::Function').find((resource) => functionName(resource) === name);
const resource = functionOf('console');
const directory = join(templateDirectory, resource ? bundleDirectory(resource) : '', filesDirectory);
const { entries } = consoleFiles(directory);

/** Bytes of files at the compression that the limits are stated in. */
const brotliBytes = (names: Iterable<string>) =>
  [...names].reduce(
    (sum, name) => sum + brotliCompressSync(readFileSync(join(directory, name))).byteLength,
    0,
  );

/** The files that a script imports, and those that these import, by import statements alone. */
const staticImports = (name: string, found = new Set<string>()): Set<string> => {
  const text = readFileSync(join(directory, name), 'utf8');
  for (const [, next = ''] of text.matchAll(/(?:^|[;}])import(?:[^"'();]*?from)?"\.\/([^"]+\.js)"/g)) {
    if (found.has(next)) continue;
    found.add(next);
    staticImports(next, found);
  }
  return found;
};

const first = new Set([entries.script, ...entries.preload, entries.styles]);

test('preloads exactly what the first script imports', () => {
  expect(new Set(entries.preload)).toEqual(staticImports(entries.script));
});

/** What a script loads beyond what is loaded first. */
const moreBytes = (name: string) =>
  brotliBytes([name, ...staticImports(name)].filter((part) => !first.has(part)));

test('loads at most 110 KB more for any view, the editor or the reader of Word files', () => {
  const { names } = JSON.parse(readFileSync(join(directory, manifestName), 'utf8')) as { names: string[] };
  const scripts = names.filter((name) => name.endsWith('.js') && !first.has(name));
  expect(scripts.length).toBeGreaterThan(5);
  expect(scripts.filter((name) => moreBytes(name) > 110_000)).toEqual([]);
  console.log(
    `First: ${brotliBytes(first)} B; more: ${Math.max(...scripts.map(moreBytes))} B at most (brotli)`,
  );
});

test('loads at most 100 KB first', () => {
  expect(brotliBytes(first)).toBeLessThanOrEqual(100_000);
});
