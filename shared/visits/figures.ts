import * as z from 'zod/mini';
import { articleId } from '../ids.ts';
import { openingBalance, tally } from './tally.ts';

const readCount = z.object({ article: articleId, readers: z.int() });
/** How many visits have read an article. */
export type ReadCount = z.infer<typeof readCount>;

/** The articles that most visits have read in the last 7 and in the last 30 days. */
export const mostRead = z.object({ days7: z.array(readCount), days30: z.array(readCount) });
export type MostRead = z.infer<typeof mostRead>;

export const noneRead: MostRead = { days7: [], days30: [] };

/** What was counted, and what an earlier counter had: all that the numbers of a page are made from. */
export const figures = z.object({ tally: z.nullable(tally), opening: openingBalance });
export type Figures = z.infer<typeof figures>;
