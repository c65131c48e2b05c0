import type { Query, QuerySyllable } from './parse-query.ts';
import { allOf, anyOf, anywhere, ftsTerm, pairTerm, singleTerms } from './query-terms.ts';
import type { SearchIndex } from './search-index.ts';

/** Restricts an answer to a category and to times (ISO instants; `before` is exclusive). */
export type Filter = { category: string | null; from: string | null; before: string | null };

/** The first year of an open range: before the web came to Viet Nam. */
const firstYear = 1995;
/** Months that are matched one by one; a longer range is matched by years. */
const maxMonths = 24;

/** FTS5 expressions that every article of an answer must match, and those that none may match. */
export const conditionsOf = (
  index: SearchIndex,
  { phrases, excluded }: Query,
  filter: Filter,
  now: Date,
): { required: string[]; excluded: string[] } => {
  const phrase = (syllables: readonly QuerySyllable[]) => {
    const pairs = syllables.flatMap((_, at) => pairTerm(index, syllables, at) ?? []);
    return allOf((pairs.length > 0 ? pairs : singleTerms(syllables)).map(anywhere));
  };
  return {
    required: [
      ...phrases.map(phrase),
      ...(filter.category === null ? [] : [ftsTerm('category', filter.category)]),
      ...timeTerms(filter, now),
    ],
    excluded: excluded.map(phrase),
  };
};

/** The months or years of a time range, so that the index need not scan all others. The window of the query cuts to the instant. */
const timeTerms = ({ from, before }: Filter, now: Date): string[] => {
  if (from === null && before === null) return [];
  const first = monthNumber(from ?? `${firstYear}-01`);
  const last = Math.min(monthNumber(before ?? now.toISOString()), monthNumber(now.toISOString()));
  const count = Math.max(0, last - first) + 1;
  if (count <= maxMonths) {
    const months = Array.from({ length: count }, (_, n) => monthText(first + n));
    return [anyOf(months.map((month) => ftsTerm('month', month)))];
  }
  const yearOf = (month: number) => Math.max(firstYear, Math.floor(month / 12));
  const years = Array.from({ length: yearOf(last) - yearOf(first) + 1 }, (_, n) => String(yearOf(first) + n));
  return [anyOf(years.map((year) => ftsTerm('year', year)))];
};

/** Months since year 0. */
const monthNumber = (instant: string) => Number(instant.slice(0, 4)) * 12 + Number(instant.slice(5, 7)) - 1;
const monthText = (month: number) => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
