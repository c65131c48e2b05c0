import * as z from 'zod/mini';
import { articleId } from '../ids.ts';
import { openingBalance, tally } from './tally.ts';

const readCount = z.object({ article: articleId, readers: z.int() });
/** The number of visits that read an article. */
export type ReadCount = z.infer<typeof readCount>;

/** The most read articles of the last 7 and 30 days. */
export const mostRead = z.object({ days7: z.array(readCount), days30: z.array(readCount) });
export type MostRead = z.infer<typeof mostRead>;

export const noMostRead: MostRead = { days7: [], days30: [] };

/** The counted visits and the opening balance, with its version: everything that the numbers of a page are computed from. */
const visitStatistics = z.object({
  tally: z.nullable(tally),
  opening: openingBalance,
  openingVersion: z.int(),
});
export type VisitStatistics = z.infer<typeof visitStatistics>;

/** The items that are published for pages. `basis` is what the lists were computed from. */
export const publishedStatistics = z.object({ statistics: visitStatistics });
export const publishedMostRead = z.object({ mostRead, basis: z.string(), writtenAt: z.int() });
