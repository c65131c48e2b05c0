import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileOf, linkToFiles } from './file-layout.ts';
import { fileWithin } from './file-within.ts';
import type { MirrorStorage } from './mirror.ts';
import { PathError } from './path-error.ts';

/** A folder whose files any web server can serve. Throws for a key that names no file within it. */
export const folderStorage = (directory: string): MirrorStorage => ({
  keyOf: fileOf,
  transformHtml: linkToFiles,
  read: (key) => readFile(fileWithin(directory, key), 'utf8').catch(() => null),
  async write(key, content) {
    const file = fileWithin(directory, key);
    try {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
    } catch (error) {
      throw isOfPath(error) ? new PathError(error.message) : error;
    }
  },
  remove: async (key) => rm(fileWithin(directory, key), { force: true }),
});

/** Whether the name is too long, or another path has a file where this one needs a folder. */
const isOfPath = (error: unknown): error is Error =>
  error instanceof Error &&
  'code' in error &&
  ['ENAMETOOLONG', 'ENOTDIR', 'EEXIST', 'EISDIR'].includes(String(error.code));
