import * as z from 'zod/mini';
import { listOf } from '../http/reply.ts';
import { articleId, categorySlug } from '../ids.ts';
import { openingBalance } from './tally.ts';
import { mostRead } from './visit-statistics.ts';

/** The numbers that readers see. */
export const totalsReply = z.object({
  total: z.int(),
  today: z.int(),
  month: z.int(),
  online: z.int(),
  since: z.nullable(z.string()),
});

/** Visits by day, month or year; `day` names it: `2026-11-24`, `2026-11`, `2026`. */
export const visitHistoryReply = z.object({
  items: z.array(z.object({ day: z.string(), visits: z.int() })),
  next: z.nullable(z.string()),
  ...totalsReply.shape,
  /** Visits counted here, without the opening balance. */
  counted: z.int(),
  openingBalance,
  mostRead,
});

export const mostReadReply = listOf(
  z.object({
    article: articleId,
    title: z.string(),
    url: z.string(),
    category: categorySlug,
    readers: z.int(),
  }),
);

export const searchMissesReply = listOf(z.object({ query: z.string(), times: z.int(), lastDay: z.string() }));

/** Published articles by category. */
export const publishedCountsReply = listOf(z.object({ category: categorySlug, articles: z.int() }));

export const balanceReply = openingBalance;
