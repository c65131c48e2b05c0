import * as z from 'zod/mini';
import { articleId } from '../ids.ts';

/** Minutes that a visit counts as online after it was last seen. */
export const onlineMinutes = 5;
/** Articles that one visit can count as read: as many as a person reads, not as a script could claim. */
export const visitArticleLimit = 100;

/** A beacon: the visit's id, made up by the browser, and the article that was opened. */
export const beacon = z.strictObject({
  visit: z.pipe(
    z.uuid('Mã lượt truy cập phải là UUID'),
    z.transform((id: string) => id.toLowerCase()),
  ),
  article: z.optional(articleId),
});
export type Beacon = z.infer<typeof beacon>;

/**
 * A visit as stored for a day after it was last seen: `seenMinute` is that minute, `markedDay` the day whose item counts it as online,
 * `articles` those that it read.
 */
export const storedVisit = z.object({
  seenMinute: z.int(),
  markedDay: z.string(),
  articles: z._default(z.set(articleId), new Set()),
});
export type StoredVisit = z.infer<typeof storedVisit>;

/** Before every instant at which a visit that is online was last seen. */
export const onlineSince = (now: Date) => new Date(now.getTime() - (onlineMinutes + 1) * 60_000);

/** Minutes since 1970, the table's unit of time. */
export const minuteOf = (instant: Date): number => Math.floor(instant.getTime() / 60_000);
