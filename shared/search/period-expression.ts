import { anyOf, ftsToken } from './fts-expression.ts';

/** First year of a period without a beginning: no article of a site is older than the web in Viet Nam. */
const firstYear = 1995;
/** Periods up to so many months are matched by months, longer ones by years. */
const maxMonths = 24;

/**
 * The FTS5 expression for the months or years that a period touches, so that FTS5 skips all other articles; null for no period.
 * It matches too much: SQL compares the instants themselves (`PublicationWindow`).
 */
export const periodExpression = (
  { from, before }: { from: string | null; before: string | null },
  now: Date,
): string | null => {
  if (from === null && before === null) return null;
  const first = monthNumber(from ?? `${firstYear}-01`);
  const thisMonth = monthNumber(now.toISOString());
  const last = Math.max(first, Math.min(before === null ? thisMonth : monthNumber(before), thisMonth));
  if (last - first < maxMonths) {
    return anyOf(range(first, last).map((month) => ftsToken('month', monthText(month))));
  }
  const years = range(Math.max(firstYear, yearOf(first)), Math.max(firstYear, yearOf(last)));
  return anyOf(years.map((year) => ftsToken('year', String(year))));
};

/** Months since the year 0 of an ISO 8601 instant. */
const monthNumber = (instant: string) => Number(instant.slice(0, 4)) * 12 + Number(instant.slice(5, 7)) - 1;
const yearOf = (month: number) => Math.floor(month / 12);
const monthText = (month: number) => `${yearOf(month)}-${String((month % 12) + 1).padStart(2, '0')}`;

const range = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, n) => first + n);
