import type { QueryTerm } from './query-terms.ts';
import type { ArticleRow } from './search-index.ts';

/** An article that matches, with the facts it is ranked by. */
export type Candidate = {
  row: ArticleRow;
  /** Weight of the strategy that found it, from 0 to 1. */
  matchWeight: number;
  /** Terms of the query, or of the corrected query, that it matched. */
  terms: readonly QueryTerm[];
  /** Contains every term with the diacritics that were typed. */
  hasTypedDiacritics: boolean;
  /** Contains every pair in its summary. */
  isInSummary: boolean;
  /** Contains the whole query as a phrase. */
  isPhrase: boolean;
};

/** The articles found so far. The strategy that finds an article first decides its weight. */
export const candidateSet = () => {
  const candidates = new Map<number, Candidate>();
  let counted = 0;

  return {
    size: () => candidates.size,
    get: (rowid: number) => candidates.get(rowid),
    list: () => [...candidates.values()],
    /** Articles that match, which may be more than there are candidates. */
    total: () => Math.max(counted, candidates.size),
    setCounted(count: number) {
      counted = count;
    },

    add(rows: readonly ArticleRow[], terms: readonly QueryTerm[], matchWeight: number) {
      for (const row of rows) {
        if (candidates.has(row.rowid)) continue;
        candidates.set(row.rowid, {
          row,
          matchWeight,
          terms,
          hasTypedDiacritics: true,
          isInSummary: false,
          isPhrase: false,
        });
      }
    },
  };
};
export type CandidateSet = ReturnType<typeof candidateSet>;
