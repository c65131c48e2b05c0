import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import * as z from 'zod/mini';
import { indexVersion } from './index-database.ts';
import { openIndex, type SearchIndex } from './search-index.ts';

/** The pointer to the newest snapshot, with what proves that it is intact. It moves before the records in the snapshot are deleted. */
export const snapshotPointer = z.object({
  /** One more than the snapshot before it. */
  sequence: z.int().check(z.positive()),
  /** Its key in the bucket, and that of its predecessor, which may still be being read. */
  key: z.string(),
  previousKey: z.nullable(z.string()),
  bytes: z.int(),
  /** The ETag of the object. */
  tag: z.string(),
  /** The version of the code that wrote it: see `indexVersion`. */
  version: z.int(),
  sha256: z.string(),
  articles: z.int(),
  at: z.string(),
});
export type SnapshotPointer = z.infer<typeof snapshotPointer>;

/** More than any index has: a larger one is damaged. */
const maxIndexBytes = 1_000_000_000;

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** An index as stored in the bucket. */
export const packIndex = (index: SearchIndex) => {
  const body = gzipSync(index.bytes(), { level: 1 });
  return { body, bytes: body.length, sha256: sha256(body), version: indexVersion };
};

/** The index of a snapshot. Throws unless its hash is the pointer's and its version this code's. */
export const unpackIndex = (
  body: Uint8Array,
  pointer: Pick<SnapshotPointer, 'sha256'>,
  siteId: string,
): SearchIndex => {
  if (sha256(body) !== pointer.sha256) throw new Error('The snapshot is not what was written');
  return openIndex(gunzipSync(body, { maxOutputLength: maxIndexBytes }), siteId);
};
