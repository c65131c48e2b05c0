import * as z from 'zod/mini';

/** The query of the history of visits: the first and last day, and the format. */
export const historyQuery = z.strictObject({
  from: z.optional(z.iso.date('Phải là ngày có thật, dạng 2026-11-24')),
  to: z.optional(z.iso.date('Phải là ngày có thật, dạng 2026-11-24')),
  format: z._default(z.enum(['json', 'csv']), 'json'),
});

/** The opening balance: the count of an older counter, and the day that it began. */
export const balanceRequest = z.strictObject({
  visits: z.int().check(z.minimum(0)),
  since: z._default(z.nullable(z.iso.date('Phải là ngày có thật, dạng 2015-03-01')), null),
});
