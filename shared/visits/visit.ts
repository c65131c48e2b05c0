import * as z from 'zod/mini';
import { articleId } from '../ids.ts';

/** Minutes that a visit counts as online after it was last seen. */
export const onlineMinutes = 5;
/** Articles that one visit can be a reader of: what a person reads, not what a script could claim. */
export const visitArticleLimit = 100;

/** What a page sends: who reads, by an id that the browser has made up, and which article. */
export const beacon = z.strictObject({
  visit: z.pipe(
    z.uuid('Mã lượt truy cập phải là UUID'),
    z.transform((id: string) => id.toLowerCase()),
  ),
  article: z.optional(articleId),
});
export type Beacon = z.infer<typeof beacon>;

/** A visit as the table remembers it for a day: when it was last seen, where its mark of being online stands, what it has read. */
export const storedVisit = z.object({
  seenMinute: z.int(),
  markedDay: z.string(),
  articles: z._default(z.set(articleId), new Set()),
});
export type StoredVisit = z.infer<typeof storedVisit>;

/** Minutes since 1970, in which the table keeps time. */
export const minuteOf = (instant: Date): number => Math.floor(instant.getTime() / 60_000);
