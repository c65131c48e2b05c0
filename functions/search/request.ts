import type { Filter } from '../../shared/search/search.ts';
import { addDays } from '../../shared/time/local-day.ts';

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
