import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import * as z from 'zod/mini';
import { indexVersion } from './index-database.ts';
import { openIndex, type SearchIndex } from './search-index.ts';

/** Where the newest snapshot of the index is, and how to tell that it is whole. Written before the records that it took in are removed. */
export const snapshotPointer = z.object({
  /** One more than the snapshot before it. */
  sequence: z.int().check(z.positive()),
  /** Its key in the bucket, and that of the one before it, which somebody may still be reading. */
  key: z.string(),
  previousKey: z.nullable(z.string()),
  bytes: z.int(),
  /** What the bucket calls these very bytes. */
  tag: z.string(),
  /** Of the code that wrote it: see `indexVersion`. */
  version: z.int(),
  sha256: z.string(),
  articles: z.int(),
  at: z.string(),
});
export type SnapshotPointer = z.infer<typeof snapshotPointer>;

/** An index is small beside this: who claims more is damaged. */
const maxIndexBytes = 1_000_000_000;

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** An index as it is kept in the bucket. */
export const packIndex = (index: SearchIndex) => {
  const body = gzipSync(index.bytes(), { level: 1 });
  return { body, bytes: body.length, sha256: sha256(body), version: indexVersion };
};

/** The index of a snapshot. Throws when it is not, byte for byte, what the pointer says, or of another version than this code writes. */
export const unpackIndex = (
  body: Uint8Array,
  pointer: Pick<SnapshotPointer, 'sha256'>,
  siteId: string,
): SearchIndex => {
  if (sha256(body) !== pointer.sha256) throw new Error('The snapshot is not what was written');
  return openIndex(gunzipSync(body, { maxOutputLength: maxIndexBytes }), siteId);
};
