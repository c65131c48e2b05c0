import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileOf, withFileLinks } from './site-links.ts';
import type { Storage } from './storage.ts';

/** A folder, laid out so that any web server finds every page in it. */
export const folderStorage = (directory: string): Storage => ({
  nameOf: fileOf,
  pageOf: withFileLinks,
  read: (name) => readFile(join(directory, name), 'utf8').catch(() => null),
  async write(name, content) {
    await mkdir(dirname(join(directory, name)), { recursive: true });
    await writeFile(join(directory, name), content);
  },
  remove: (name) => rm(join(directory, name), { force: true }),
});
