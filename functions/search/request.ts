import * as z from 'zod/mini';
import { categorySlug } from '../../shared/articles/article.ts';
import { addDays } from '../../shared/local-day.ts';
import type { Filter } from '../../shared/search/search.ts';
import { line } from '../../shared/text.ts';

/** Characters of a query: far more than anybody types, and few enough to be answered at once. */
const queryLimit = 300;

export const queryText = z._default(line(queryLimit, 0), '');
export const category = z._default(z.union([z.literal(''), categorySlug], 'Không có chuyên mục này'), '');

/** A day as a date field sends it; empty for none. */
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

/** Whether a span of days ends no earlier than it begins; either may be left open. */
export const isInOrder = (from: string, to: string) => from === '' || to === '' || from <= to;
export const wrongOrder = 'Từ ngày phải trước hoặc bằng đến ngày';

/** What the fields of a form ask for: days as they are in Viet Nam, both included. */
export const filterOf = (fields: { category: string; from: string; to: string }): Filter => ({
  category: fields.category || null,
  from: fields.from ? startOf(fields.from) : null,
  before: fields.to ? startOf(addDays(fields.to, 1)) : null,
});

/** Viet Nam has kept UTC+7 since 1975: https://data.iana.org/time-zones/tzdb/asia */
const startOf = (from: string) => new Date(`${from}T00:00:00+07:00`).toISOString();
