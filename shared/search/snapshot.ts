import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import * as z from 'zod/mini';
import { indexVersion } from './index-schema.ts';
import { openIndex } from './open-index.ts';
import type { SearchIndex } from './search-index.ts';

/** The newest snapshot of an index. Written before the change records that the snapshot includes are removed. */
export const snapshotPointer = z.object({
  /** One more than that of the snapshot before. */
  sequence: z.int().check(z.positive()),
  /** Its key in the bucket. */
  key: z.string(),
  /** Key of the snapshot before, which an instance may still be reading. */
  previousKey: z.nullable(z.string()),
  /** Size of the compressed snapshot. */
  bytes: z.int(),
  /** Its ETag in S3. */
  tag: z.string(),
  /** `indexVersion` of the code that wrote it. */
  version: z.int(),
  /** Hash of the compressed snapshot, in hexadecimal. */
  sha256: z.string(),
  articles: z.int(),
  at: z.string(),
});
export type SnapshotPointer = z.infer<typeof snapshotPointer>;

/** No index is nearly so large: a snapshot that unpacks to more is damaged. */
const maxIndexBytes = 1_000_000_000;

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Compresses an index for the bucket. */
export const encodeSnapshot = (index: SearchIndex) => {
  const body = gzipSync(index.bytes(), { level: 1 });
  return { body, bytes: body.length, sha256: sha256(body), version: indexVersion };
};

/** Opens the index of a snapshot. Throws when the bytes differ from the pointer's hash, or for another version or site. */
export const decodeSnapshot = (
  body: Uint8Array,
  pointer: Pick<SnapshotPointer, 'sha256'>,
  siteId: string,
): SearchIndex => {
  if (sha256(body) !== pointer.sha256) throw new Error('The hash of the snapshot does not match the pointer');
  return openIndex(gunzipSync(body, { maxOutputLength: maxIndexBytes }), siteId);
};
