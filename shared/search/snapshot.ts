import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, statSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { type IndexVersions, isReadable } from './index-schema.ts';
import type { SearchIndex } from './search-index.ts';
import type { SnapshotPointer } from './snapshot-pointer.ts';
import { temporaryFile } from './temporary-database.ts';

/** What a snapshot is read by. */
export type SnapshotReference = Pick<SnapshotPointer, 'key' | 'sha256'>;

/**
 * The newest snapshot that code can read: that of the pointer or the one before it. Null when both have another version. When the
 * version changes, no change record is removed, so that the snapshot before and the records are complete together.
 */
export const readableSnapshot = (
  { key, version, sha256, previousKey, previous }: SnapshotPointer,
  versions: IndexVersions,
): SnapshotReference | null => {
  if (isReadable(version, versions)) return { key, sha256 };
  if (previousKey === null || previous === null || !isReadable(previous.version, versions)) return null;
  return { key: previousKey, sha256: previous.sha256 };
};

/** Compresses an index for the bucket. `bytes` is the compressed size. */
export const packSnapshot = async (index: SearchIndex) => {
  const file = temporaryFile();
  try {
    index.saveTo(file.path);
    const indexBytes = statSync(file.path).size;
    const body = await buffer(createReadStream(file.path).pipe(createGzip({ level: 1 })));
    return { body, bytes: body.length, indexBytes, sha256: createHash('sha256').update(body).digest('hex') };
  } finally {
    file.remove();
  }
};

/**
 * Unpacks a snapshot into a file, hashing it on the way: neither form of it is ever in memory as a whole. Throws when the bytes do
 * not match the hash.
 */
export const unpackSnapshot = async (body: Readable, sha256: string, path: string): Promise<void> => {
  const hash = createHash('sha256');
  const hashed = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      hash.update(chunk);
      yield chunk;
    }
  };
  await pipeline(body, hashed, createGunzip(), createWriteStream(path));
  if (hash.digest('hex') !== sha256) throw new Error('The hash of the snapshot does not match the pointer');
};
