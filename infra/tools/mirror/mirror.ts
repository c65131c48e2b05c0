import { createHash } from 'node:crypto';
import { PathError } from './path-error.ts';

/** Where a mirror is stored. */
export type MirrorStorage = {
  /** The key for a path with its query; null when the storage has no place for it. */
  keyOf: (path: string, contentType: string) => string | null;
  /** Adapts a page, which came with a content security policy, before it is stored. */
  transformHtml: (html: string, policy: string) => string;
  read: (key: string) => Promise<string | null>;
  write: (key: string, content: Uint8Array | string, contentType: string) => Promise<unknown>;
  remove: (key: string) => Promise<unknown>;
};

/** The checksums of all files, in the format of `sha256sum -c`. */
const checksumsKey = 'SHA256SUMS';
export const errorPageKey = '404.html';

/** A page at the address of a file that the mirror makes itself would be a folder in its place. */
const isReserved = (key: string) =>
  key === checksumsKey || key.startsWith(`${checksumsKey}/`) || key.startsWith(`${errorPageKey}/`);

/** Opens a mirror for an update: writes only files whose checksum differs, and knows which were not seen again. */
export const openMirror = async ({ read, write, remove, ...storage }: MirrorStorage) => {
  const previous = parseChecksums((await read(checksumsKey)) ?? '');
  const current = new Map<string, string>();
  let written = 0;
  let removed = 0;

  return {
    ...storage,
    /** Retains a stored file without fetching it, for content that never changes. Returns whether there is one. */
    retain(key: string): boolean {
      const checksum = previous.get(key);
      if (checksum !== undefined) current.set(key, checksum);
      return checksum !== undefined;
    },

    async write(key: string, content: Uint8Array | string, contentType: string) {
      if (isReserved(key))
        throw new PathError('is the address of one of the files that the mirror makes itself');
      const checksum = createHash('sha256').update(content).digest('hex');
      if (previous.get(key) !== checksum) {
        await write(key, content, contentType);
        written += 1;
      }
      current.set(key, checksum);
    },

    /** The keys of the previous mirror that were neither written nor retained. */
    obsolete: (): string[] => [...previous.keys()].filter((key) => !current.has(key)),

    async remove(key: string) {
      await remove(key);
      removed += 1;
    },

    /** Writes the checksums. */
    async finish(): Promise<{ files: number; written: number; removed: number }> {
      const lines = [...current]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, checksum]) => `${checksum}  ${key}\n`);
      await write(checksumsKey, lines.join(''), 'text/plain; charset=utf-8');
      return { files: current.size, written, removed };
    },
  };
};
export type Mirror = Awaited<ReturnType<typeof openMirror>>;

const parseChecksums = (text: string): Map<string, string> => {
  const lines = text.split('\n').filter(Boolean);
  return new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
};
