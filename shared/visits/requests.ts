import * as z from 'zod/mini';
import { categorySlug } from '../ids.ts';
import { periods } from './visits-by-period.ts';

/** Some days, and the format. */
export const dayRangeQuery = z.strictObject({
  from: z.optional(z.iso.date('Phải là ngày có thật, dạng 2026-11-24')),
  to: z.optional(z.iso.date('Phải là ngày có thật, dạng 2026-11-24')),
  format: z._default(z.enum(['json', 'csv']), 'json'),
});

/** The query of the history of visits: summed by day, month or year. */
export const historyQuery = z.extend(dayRangeQuery, { by: z._default(z.enum(periods), 'day') });

export const mostReadQuery = z.extend(dayRangeQuery, { category: z.optional(categorySlug) });

/** The opening balance: the count of an older counter, and the day that it began. */
export const balanceRequest = z.strictObject({
  visits: z.int().check(z.minimum(0)),
  since: z._default(z.nullable(z.iso.date('Phải là ngày có thật, dạng 2015-03-01')), null),
});
