import * as z from 'zod/mini';
import type { HttpEvent } from '../../shared/http/event.ts';
import { maxPages } from '../../shared/search/limits.ts';
import { categoryParameter, dayParameter, queryParameter } from '../../shared/search/search-parameters.ts';
import { dayOrderMessage, isDayOrderValid } from './search-request.ts';

/** The fields of the search form as sent; empty (and page 1) where they are missing or invalid. */
export type SearchFields = { text: string; category: string; from: string; to: string; page: number };

const parameters = {
  q: queryParameter,
  'chuyen-muc': categoryParameter,
  tu: dayParameter,
  den: dayParameter,
  trang: z._default(
    z
      .string()
      .check(
        z.refine(
          (text) => /^[1-9]\d{0,2}$/.test(text) && Number(text) <= maxPages,
          `Trang phải là số từ 1 đến ${maxPages}`,
        ),
      ),
    '1',
  ),
};

/** Parses the query string of the search page. `problem` explains the first invalid field to the reader. */
export const parseSearchForm = (event: HttpEvent): { fields: SearchFields; problem: string | null } => {
  const sent = event.queryStringParameters ?? {};
  let problem: string | null = null;
  const read = (name: keyof typeof parameters): string => {
    const parsed = parameters[name].safeParse(sent[name]);
    if (parsed.success) return parsed.data;
    problem ??= parsed.error.issues[0]?.message ?? '';
    return '';
  };
  const fields = {
    text: read('q'),
    category: read('chuyen-muc'),
    from: read('tu'),
    to: read('den'),
    page: Number(read('trang')) || 1,
  };
  if (!isDayOrderValid(fields.from, fields.to)) problem ??= `${dayOrderMessage}.`;
  return { fields, problem };
};
