import { allOf, ftsToken, withoutAnyOf } from './fts-expression.ts';
import { candidateLimit, countLimit } from './limits.ts';
import type { QuerySyllable, SearchQuery } from './parse-query.ts';
import { periodExpression } from './period-expression.ts';
import type { SearchIndex } from './search-index.ts';
import { pairKey } from './tokens.ts';

/** Limits a search to a category and a period: ISO 8601 instants, `before` excluded; null for no limit. */
export type SearchFilter = { category: string | null; from: string | null; before: string | null };

/** Runs FTS5 expressions on an index under a filter and the phrases and exclusions of a query. */
export const filteredIndex = (index: SearchIndex, query: SearchQuery, filter: SearchFilter, now: Date) => {
  const window = { now: now.toISOString(), from: filter.from ?? '', before: filter.before ?? '~' };
  const period = periodExpression(filter, now);
  const required = [
    ...query.phrases.map(phraseExpression),
    ...(filter.category === null ? [] : [ftsToken('category', filter.category)]),
    ...(period === null ? [] : [period]),
  ];
  const excluded = query.excluded.map(phraseExpression);
  const matchOf = (expressions: readonly string[]) =>
    withoutAnyOf(allOf([...expressions, ...required]), excluded);

  return {
    /** The newest articles that match every expression, at most `candidateLimit`. */
    find: (expressions: readonly string[]) => index.find(matchOf(expressions), window, candidateLimit),
    /** The newest rowids that match every expression; `get` checks that an article is public and in the period. */
    findRowids: (expressions: readonly string[], limit: number) =>
      index.findRowids(matchOf(expressions), limit),
    get: (rowid: number) => index.get(rowid, window),
    /** Articles that match every expression, counted up to `countLimit`. */
    count: (expressions: readonly string[]) => index.count(matchOf(expressions), window, countLimit),
  };
};
export type FilteredIndex = ReturnType<typeof filteredIndex>;

/** Articles that contain every pair of a phrase. FTS5 keeps no positions here: `containsPhrase` checks the order. */
const phraseExpression = (syllables: readonly QuerySyllable[]) => {
  const [first, ...others] = syllables;
  if (others.length === 0) return allOf([ftsToken('syllable', first?.folded ?? '')]);
  return allOf(others.map((second, at) => ftsToken('pair', pairKey(syllables[at] as QuerySyllable, second))));
};
