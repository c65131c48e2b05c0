import * as z from 'zod/mini';
import { categorySlug } from '../ids.ts';
import { line } from '../text/text-schemas.ts';

/** Characters of a query: more than anybody types, and few enough to be answered at once. */
const queryLimit = 300;

export const queryText = z._default(line(queryLimit, 0), '');
export const category = z._default(z.union([z.literal(''), categorySlug], 'Không có chuyên mục này'), '');

/** A day of a date field; empty for none. */
export const day = z._default(
  z
    .string()
    .check(
      z.refine(
        (text) => text === '' || (/^\d{4}-\d\d-\d\d$/.test(text) && isDay(text)),
        'Ngày phải có dạng 2026-01-31',
      ),
    ),
  '',
);

const isDay = (text: string) => {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
};

/** The query string of `GET /api/search`. */
export const searchQuery = z.object({
  q: queryText,
  category,
  from: day,
  to: day,
  cursor: z.optional(z.string().check(z.maxLength(200))),
});
