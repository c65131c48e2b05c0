import * as z from 'zod/mini';

/** A user of the pool, as the data directory keeps it. */
export const poolUser = z.object({
  name: z.string(),
  sub: z.string(),
  attributes: z.record(z.string(), z.string()),
  isEnabled: z.boolean(),
  status: z.enum(['CONFIRMED', 'FORCE_CHANGE_PASSWORD']),
  groups: z.array(z.string()),
  createdAt: z.iso.datetime(),
  modifiedAt: z.iso.datetime(),
});
export type PoolUser = z.infer<typeof poolUser>;
