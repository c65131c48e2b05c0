import { conditionsOf, type Filter } from './conditions.ts';
import { candidateLimit, countLimit } from './limits.ts';
import type { Query } from './parse-query.ts';
import { allOf, anyOf, type QueryTerm } from './query-terms.ts';
import { type Candidate, scoreOf } from './rank.ts';
import type { IndexRow, SearchIndex, Window } from './search-index.ts';

/** The articles found so far, each with the first strategy that found it. Every look-up in the index obeys the filter. */
export const candidateSet = (index: SearchIndex, query: Query, filter: Filter, now: Date) => {
  const window: Window = { now: now.toISOString(), from: filter.from ?? '', before: filter.before ?? '~' };
  const { required, excluded } = conditionsOf(index, query, filter, now);
  const candidates = new Map<number, Candidate>();
  let counted = 0;

  const expressionOf = (parts: readonly string[]) => {
    const match = allOf([...parts, ...required]);
    return excluded.length > 0 ? `(${match}) NOT (${anyOf(excluded)})` : match;
  };

  return {
    /** Articles that match all parts, newest first, at most `candidateLimit`. */
    rows: (parts: readonly string[]): IndexRow[] => index.rows(expressionOf(parts), window, candidateLimit),

    /** Counts all articles that match, beyond `candidateLimit`. */
    countAll(parts: readonly string[]) {
      counted = index.count(expressionOf(parts), window, countLimit);
    },

    /** Adds articles that are not candidates yet. `weight` is that of the strategy, `terms` are what they are ranked by. */
    add(rows: readonly IndexRow[], terms: readonly QueryTerm[], weight: number) {
      for (const row of rows) {
        if (candidates.has(row.rowid)) continue;
        candidates.set(row.rowid, {
          row,
          weight,
          terms,
          isExact: true,
          isInSummary: false,
          isAdjacent: false,
        });
      }
    },

    get: (rowid: number): Candidate | undefined => candidates.get(rowid),
    all: (): Iterable<Candidate> => candidates.values(),
    size: () => candidates.size,
    /** The number of articles found, up to `countLimit`. */
    total: () => Math.max(counted, candidates.size),

    /** Ids, best first. */
    ranked(): string[] {
      const indexSize = index.size();
      // Two adjacent syllables are one token; of a longer phrase the index knows only that its pairs occur.
      const phrases = query.phrases
        .filter(({ length }) => length > 2)
        .map((phrase) => phrase.map(({ folded }) => folded));
      return [...candidates.values()]
        .filter(({ row }) => phrases.every((phrase) => index.hasAdjacent(row.rowid, phrase)))
        .map((candidate) => ({ id: candidate.row.id, score: scoreOf(candidate, indexSize, now) }))
        .sort((a, b) => b.score - a.score || (a.id < b.id ? 1 : -1))
        .slice(0, candidateLimit)
        .map(({ id }) => id);
    },
  };
};
export type CandidateSet = ReturnType<typeof candidateSet>;
