import * as z from 'zod/mini';

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
