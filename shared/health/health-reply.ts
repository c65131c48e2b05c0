import * as z from 'zod/mini';
import { instant } from '../time/instant.ts';

/** Why something is not known: no answer in time, an engine that cannot say, or any other failure. */
const unknownReasons = ['timeout', 'unsupported', 'failure'] as const;
export type UnknownReason = (typeof unknownReasons)[number];

/** Something that is known, or the reason why it is not. */
export type Fact<Value> = { value: Value; unknown: null } | { value: null; unknown: UnknownReason };

const fact = <Value extends z.ZodMiniType>(value: Value) =>
  z.union([
    z.object({ value, unknown: z.null() }),
    z.object({ value: z.null(), unknown: z.enum(unknownReasons) }),
  ]);

/** Point-in-time recovery of one table. `latestAt`: the latest instant that it can be restored to. */
const tableBackup = z.object({ isEnabled: z.boolean(), latestAt: z.nullable(instant) });
export type TableBackup = z.infer<typeof tableBackup>;

/** What the portal knows about itself. Whether a value is good is judged by who shows it. */
export const healthReply = z.object({
  at: instant,
  backups: fact(z.array(tableBackup)),
  /** Changes that could not be turned into an invalidation of the edge's cache. */
  deadLetters: fact(z.int()),
  searchIndex: fact(
    z.object({
      /** The newest snapshot; null before the first one. */
      snapshot: z.nullable(z.object({ at: z.string(), articles: z.int() })),
      articleLimit: z.int(),
      /** Changes that are not in a snapshot yet, counted up to a limit. */
      pending: z.int(),
      isPendingTruncated: z.boolean(),
      /** Of the pending changes that were counted. */
      oldestPendingAt: z.nullable(z.string()),
    }),
  ),
  lastMonth: fact(
    z.object({
      month: z.string(),
      visits: z.int(),
      /** What the visits cost, about, at list prices of a day. */
      usd: z.number(),
      pricesOf: z.string(),
    }),
  ),
});
export type Health = z.infer<typeof healthReply>;
