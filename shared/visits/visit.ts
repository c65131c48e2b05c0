import * as z from 'zod/mini';
import { articleId } from '../ids.ts';

/** Minutes that a visit counts as online after it was last seen. */
export const onlineMinutes = 5;
/** Articles that one visit can count as read: as many as a person reads, and its item stays below 1 KB, the smallest unit of a write. */
export const visitArticleLimit = 30;
/** Articles of one beacon: it bounds what a beacon costs. A page sends further ones in further beacons. */
export const beaconArticleLimit = 10;

/**
 * A beacon: the visit's id, made up by the browser, and the articles that were opened. Pages that were rendered before beacons held
 * several send `article`.
 */
export const beacon = z.pipe(
  z.strictObject({
    visit: z.uuid('Mã lượt truy cập phải là UUID'),
    article: z.optional(articleId),
    articles: z._default(z.array(articleId).check(z.maxLength(beaconArticleLimit)), []),
  }),
  z.transform(({ visit, article, articles }) => ({
    visit: visit.toLowerCase(),
    articles: [...new Set(article === undefined ? articles : [article, ...articles])],
  })),
);
/** A parsed beacon: each of its articles once. */
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
