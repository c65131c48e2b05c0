import type { SearchQuery } from '../../shared/search/parse-query.ts';
import type { SearchFilter } from '../../shared/search/search-filter.ts';
import { dayRange } from '../../shared/time/time-range.ts';

/** A search for one page of results, which begins at `offset`. `query` is parsed from `text`. */
export type SearchRequest = { text: string; query: SearchQuery; filter: SearchFilter; offset: number };

/** Whether the first day is not after the last; either may be empty. */
export const isDayOrderValid = (from: string, to: string) => from === '' || to === '' || from <= to;
export const dayOrderMessage = 'Từ ngày phải trước hoặc bằng đến ngày';

/** The filter of the form's fields: days in Viet Nam, both included. */
export const toSearchFilter = (fields: { category: string; from: string; to: string }): SearchFilter => ({
  category: fields.category || null,
  from: fields.from ? dayRange(fields.from).from : null,
  before: fields.to ? dayRange(fields.to).to : null,
});
