import * as z from 'zod/mini';
import { mostRead } from './figures.ts';
import { openingBalance } from './tally.ts';

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
