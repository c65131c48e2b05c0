import type { Filter } from '../../shared/search/conditions.ts';
import { dayRange } from '../../shared/time/time-range.ts';

/** Whether a range of days is in order; either end may be open (empty). */
export const isDateOrderValid = (from: string, to: string) => from === '' || to === '' || from <= to;
export const dateOrderMessage = 'Từ ngày phải trước hoặc bằng đến ngày';

/** The filter of a search form: days in Viet Nam, both inclusive. */
export const toFilter = (fields: { category: string; from: string; to: string }): Filter => ({
  category: fields.category || null,
  from: fields.from ? dayRange(fields.from).from : null,
  before: fields.to ? dayRange(fields.to).to : null,
});
