import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { indexVersion } from './index-schema.ts';
import { openIndex } from './open-index.ts';
import type { SearchIndex } from './search-index.ts';
import type { SnapshotPointer } from './snapshot-pointer.ts';

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
