import * as z from 'zod/mini';
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

export const visitHistoryReply = z.object({
  items: z.array(z.object({ day: z.string(), visits: z.int() })),
  next: z.nullable(z.string()),
  ...totalsReply.shape,
  /** Visits counted here, without the opening balance. */
  counted: z.int(),
  openingBalance,
  mostRead,
});

export const balanceReply = openingBalance;
