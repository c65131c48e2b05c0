import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Plugin } from 'vitest/config';

const prefix = '\0inline-text:';
const isText = (file: string) => file.endsWith('.css') || file.endsWith('.inline.js');

/** Imports stylesheets and inline scripts as text, as the functions' bundler does; Vite would make modules of them. */
export const inlineText = (): Plugin => ({
  name: 'inline-text',
  enforce: 'pre',
  resolveId(source, importer) {
    if (!isText(source) || !importer) return null;
    // The suffix keeps Vite's own CSS plugin away.
    return `${prefix}${resolve(dirname(importer), source)}.js`;
  },
  async load(id) {
    if (!id.startsWith(prefix)) return null;
    const text = await readFile(id.slice(prefix.length, -'.js'.length), 'utf8');
    return `export default ${JSON.stringify(text)}`;
  },
});
