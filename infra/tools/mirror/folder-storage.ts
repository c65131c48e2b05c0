import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileOf, linkToFiles } from './file-layout.ts';
import type { MirrorStorage } from './mirror.ts';

/** A folder whose files any web server can serve. */
export const folderStorage = (directory: string): MirrorStorage => ({
  keyOf: fileOf,
  transformHtml: linkToFiles,
  read: (key) => readFile(join(directory, key), 'utf8').catch(() => null),
  async write(key, content) {
    await mkdir(dirname(join(directory, key)), { recursive: true });
    await writeFile(join(directory, key), content);
  },
  remove: (key) => rm(join(directory, key), { force: true }),
});
