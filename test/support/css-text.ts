import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Plugin } from 'vitest/config';

const prefix = '\0css-text:';

/** Imports a stylesheet as its text, as the bundler of the functions does; Vite would make a stylesheet of it. */
export const cssText = (): Plugin => ({
  name: 'css-text',
  enforce: 'pre',
  resolveId(source, importer) {
    if (!source.endsWith('.css') || !importer) return null;
    // The suffix keeps Vite's own plugin for stylesheets away.
    return `${prefix}${resolve(dirname(importer), source)}.js`;
  },
  async load(id) {
    if (!id.startsWith(prefix)) return null;
    const css = await readFile(id.slice(prefix.length, -'.js'.length), 'utf8');
    return `export default ${JSON.stringify(css)}`;
  },
});
