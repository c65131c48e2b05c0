import { createHash } from 'node:crypto';

/** The storage of a mirror. */
export type Storage = {
  /** The name of an address in the storage; null when it cannot have one. */
  nameOf: (address: string, contentType: string) => string | null;
  /** A page as stored. */
  pageOf: (html: string) => string;
  read: (name: string) => Promise<string | null>;
  write: (name: string, content: Uint8Array | string, contentType: string) => Promise<unknown>;
  remove: (name: string) => Promise<unknown>;
};

const sumsName = 'SHA256SUMS';

/** Opens the storage with its checksums, in the form of `sha256sum -c`: only changed files are written, and files that are gone are deleted. */
export const openStorage = async ({ read, write, remove, ...storage }: Storage) => {
  const known = parseSums((await read(sumsName)) ?? '');
  const sums = new Map<string, string>();
  let written = 0;

  return {
    ...storage,
    /** Whether a file existed before; it is then retained. For files that never change under their name. */
    keepIfThere(name: string): boolean {
      const sum = known.get(name);
      if (sum !== undefined) sums.set(name, sum);
      return sum !== undefined;
    },

    async write(name: string, content: Uint8Array | string, contentType: string) {
      const sum = createHash('sha256').update(content).digest('hex');
      sums.set(name, sum);
      if (known.get(name) === sum) return;
      written += 1;
      await write(name, content, contentType);
    },

    /** Deletes files that are gone, and writes the checksums. */
    async close(): Promise<{ files: number; written: number; removed: number }> {
      const gone = [...known.keys()].filter((name) => !sums.has(name));
      for (const name of gone) await remove(name);
      const lines = [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, sum]) => `${sum}  ${name}\n`);
      await write(sumsName, lines.join(''), 'text/plain; charset=utf-8');
      return { files: sums.size, written, removed: gone.length };
    },
  };
};
export type MirrorStorage = Awaited<ReturnType<typeof openStorage>>;

const parseSums = (text: string): Map<string, string> => {
  const lines = text.split('\n').filter(Boolean);
  return new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
};
