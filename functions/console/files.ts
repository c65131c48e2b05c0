import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';

/** What `build.ts` writes beside the files, with their names. */
const manifest = z.object({
  script: z.string(),
  /** Scripts that the first one imports. */
  preload: z.array(z.string()),
  styles: z.string(),
  readerStyles: z.string(),
  docxWorker: z.string(),
  /** Every file, these included. */
  names: z.array(z.string()),
});
export type Manifest = z.infer<typeof manifest>;

/** The directory of the files beside the bundle, and the manifest in it. */
export const filesDirectory = 'files';
export const manifestName = 'manifest.json';

/** The address of a file. */
export const fileUrl = (name: string) => `/quan-tri/tep/${name}`;

/** The files of the console in a directory. `read` returns the text of one; null for a name that is not in the manifest. */
export const consoleFiles = (directory: string) => {
  const read = (name: string) => readFileSync(join(directory, name), 'utf8');
  const { names, ...entries } = manifest.parse(JSON.parse(read(manifestName)));
  const known = new Set(names);
  return { entries, read: (name: string) => (known.has(name) ? read(name) : null) };
};
export type ConsoleFiles = ReturnType<typeof consoleFiles>;
