import * as z from 'zod/mini';
import { categorySlug } from '../ids.ts';
import { line } from '../text/text-schemas.ts';

/** Characters of a query: more than anybody types, and few enough to search for at once. */
export const maxQueryLength = 300;

export const queryParameter = z._default(line(maxQueryLength, 0), '');
export const categoryParameter = z._default(
  z.union([z.literal(''), categorySlug], 'Không có chuyên mục này'),
  '',
);

/** A day (`2026-01-31`) as `<input type="date">` sends it; empty for none. */
export const dayParameter = z._default(
  z
    .string()
    .check(
      z.refine(
        (text) => text === '' || (/^\d{4}-\d\d-\d\d$/.test(text) && isCalendarDay(text)),
        'Ngày phải có dạng 2026-01-31',
      ),
    ),
  '',
);

const isCalendarDay = (text: string) => {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
};

/** The query string of `GET /api/search`. */
export const searchParameters = z.object({
  q: queryParameter,
  category: categoryParameter,
  from: dayParameter,
  to: dayParameter,
  cursor: z.optional(z.string().check(z.maxLength(200))),
});
