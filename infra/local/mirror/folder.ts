import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const sumsFile = 'SHA256SUMS';

/** Where files lie, as `sha256sum -c` reads it: only what has changed is written, and what is gone is removed. */
export const openFolder = async (directory: string) => {
  const known = await readSums(join(directory, sumsFile));
  const sums = new Map<string, string>();
  let written = 0;

  return {
    /** Whether a file was there before; an image never changes under its name. */
    has: (file: string) => known.has(file),

    /** Keeps a file as it is. */
    keep(file: string) {
      const sum = known.get(file);
      if (sum !== undefined) sums.set(file, sum);
    },

    async write(file: string, content: Uint8Array | string) {
      const sum = createHash('sha256').update(content).digest('hex');
      sums.set(file, sum);
      if (known.get(file) === sum) return;
      written += 1;
      await mkdir(dirname(join(directory, file)), { recursive: true });
      await writeFile(join(directory, file), content);
    },

    /** Removes what is no more, and writes the sums. */
    async close(): Promise<{ files: number; written: number; removed: number }> {
      const gone = [...known.keys()].filter((file) => !sums.has(file));
      for (const file of gone) await rm(join(directory, file), { force: true });
      const lines = [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([file, sum]) => `${sum}  ${file}\n`);
      await mkdir(directory, { recursive: true });
      await writeFile(join(directory, sumsFile), lines.join(''));
      return { files: sums.size, written, removed: gone.length };
    },
  };
};
export type Folder = Awaited<ReturnType<typeof openFolder>>;

const readSums = async (file: string): Promise<Map<string, string>> => {
  const text = await readFile(file, 'utf8').catch(() => '');
  const lines = text.split('\n').filter(Boolean);
  return new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
};
