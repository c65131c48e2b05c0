import * as z from 'zod/mini';

/** The newest snapshot of an index. Written before the change records that the snapshot includes are removed. */
export const snapshotPointer = z.object({
  /** One more than that of the snapshot before. */
  sequence: z.int().check(z.positive()),
  /** Its key in the bucket. */
  key: z.string(),
  /** Key of the snapshot before, which an instance may still be reading. */
  previousKey: z.nullable(z.string()),
  /** Version and hash of the snapshot before, for code that cannot read this one. */
  previous: z._default(z.nullable(z.object({ version: z.int(), sha256: z.string() })), null),
  /** Size of the compressed snapshot. */
  bytes: z.int(),
  /** Size of the index. */
  indexBytes: z._default(z.int(), 0),
  /** Its ETag in S3. */
  tag: z.string(),
  /** The version of the index. */
  version: z.int(),
  /** Hash of the compressed snapshot, in hexadecimal. */
  sha256: z.string(),
  articles: z.int(),
  /** Articles that are far from their place by date: `SearchIndex.countMisplaced`. */
  misplaced: z._default(z.int(), 0),
  at: z.string(),
});
export type SnapshotPointer = z.infer<typeof snapshotPointer>;
