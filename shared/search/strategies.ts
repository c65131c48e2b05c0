import type { CandidateSet } from './candidates.ts';
import { candidateLimit } from './limits.ts';
import type { QuerySyllable } from './parse-query.ts';
import {
  anywhere,
  asWritten,
  hasMarks,
  inSummary,
  inTitle,
  prefixTerm,
  type QueryTerm,
  singleTerms,
  termsOf,
  withSingleSyllables,
} from './query-terms.ts';
import type { IndexRow, SearchIndex } from './search-index.ts';

/** A query, or a corrected one, with the terms that it is matched by. */
export type Terms = { syllables: readonly QuerySyllable[]; terms: readonly QueryTerm[] };

export const toTerms = (index: SearchIndex, syllables: readonly QuerySyllable[]): Terms => ({
  syllables,
  terms: termsOf(index, syllables),
});

/** Pairs or syllables that are left out in turn, at most. */
const maxOmitted = 12;

/** Candidates that make looser strategies unnecessary: a page for one syllable, fewer for a longer query. */
export const sufficientCount = (syllables: readonly QuerySyllable[]) =>
  Math.max(1, Math.floor(10 / Math.max(1, syllables.length)));

/** The ways to match a query, from the strictest to the loosest. Each adds candidates with the weight of its strategy. */
export const strategies = (index: SearchIndex, found: CandidateSet) => {
  /** Marks the rows that do not have the terms exactly as written, and adds those that do. */
  const markExact = (rows: readonly IndexRow[], terms: readonly QueryTerm[], weight: number) => {
    const exact = found.rows(terms.map(asWritten));
    found.add(exact, terms, weight);
    const exactIds = new Set(exact.map(({ rowid }) => rowid));
    for (const { rowid } of rows) {
      const candidate = found.get(rowid);
      if (candidate && !exactIds.has(rowid)) candidate.isExact = false;
    }
  };

  /** Marks the candidates that have the whole query, word after word. Two adjacent syllables are one token. */
  const markAdjacent = (syllables: readonly QuerySyllable[]) => {
    if (syllables.length <= 2) return;
    const words = syllables.map(({ folded }) => folded);
    for (const candidate of found.all()) {
      candidate.isAdjacent = index.hasAdjacent(candidate.row.rowid, words);
    }
  };

  return {
    /** Every term occurs. Marks which articles have them exactly as written, adjacent, and in their summary. */
    exact({ syllables, terms }: Terms, weight: number) {
      if (terms.some(({ frequency }) => frequency === 0)) return;
      const parts = terms.map(anywhere);
      const rows = found.rows(parts);
      found.add(rows, terms, weight);
      if (rows.length === 0) return;
      const isCut = rows.length === candidateLimit;
      if (isCut) {
        found.countAll(parts);
        // The newest of so many may not be the best: those with all terms in their title are looked up too.
        found.add(found.rows(terms.map(inTitle)), terms, weight);
      }
      if (syllables.some(hasMarks)) markExact(rows, terms, weight);
      const pairs = terms.filter(({ kind }) => kind === 'pair');
      if (pairs.length === 0) return;
      markAdjacent(syllables);
      const inSummaries = found.rows(pairs.map(inSummary));
      if (isCut) found.add(inSummaries, terms, weight);
      for (const { rowid } of inSummaries) {
        const candidate = found.get(rowid);
        if (candidate) candidate.isInSummary = true;
      }
    },

    /** The last syllable is a prefix: the reader may not have finished typing it. */
    prefix({ syllables, terms }: Terms, weight: number) {
      const last = prefixTerm(syllables);
      if (!last) return;
      const at = syllables.length - 1;
      const others = terms.filter(({ kind, positions }) => kind === 'pair' && !positions.includes(at));
      const before = syllables.slice(0, last.positions[0]);
      const prefixed = [...withSingleSyllables(index, before, others), last];
      if (prefixed.some(({ frequency }) => frequency === 0)) return;
      found.add(found.rows(prefixed.map(inTitle)), prefixed, weight);
      // A single letter is a prefix of too much to be matched in whole articles.
      const typed = last.syllables.at(-1)?.folded ?? '';
      if (found.size() < sufficientCount(syllables) && typed.length > 1) {
        found.add(found.rows(prefixed.map(anywhere)), prefixed, weight);
      }
    },

    /** Every syllable occurs in the title, in any order. */
    title({ syllables, terms }: Terms, weight: number) {
      found.add(found.rows(singleTerms(syllables).map(inTitle)), terms, weight);
    },

    /** All pairs but one occur; the syllables of that one occur apart. */
    gapped({ syllables, terms }: Terms, weight: number) {
      const pairs = terms.filter(({ kind }) => kind === 'pair');
      if (pairs.length < 2) return;
      for (const omitted of pairs.slice(0, maxOmitted)) {
        const rest = pairs.filter((pair) => pair !== omitted);
        const others = withSingleSyllables(index, syllables, rest);
        if (others.some(({ frequency }) => frequency === 0)) continue;
        found.add(found.rows(others.map(anywhere)), terms, weight);
      }
    },

    /** Every syllable occurs anywhere. */
    anywhere({ syllables, terms }: Terms, weight: number) {
      found.add(found.rows(singleTerms(syllables).map(anywhere)), terms, weight);
    },

    /** All syllables but one occur. */
    partial({ syllables, terms }: Terms, weight: number) {
      if (syllables.length < 3) return;
      const pairs = terms.filter(({ kind }) => kind === 'pair');
      for (const at of [...syllables.keys()].slice(0, maxOmitted)) {
        const rest = pairs.filter(({ positions }) => !positions.includes(at));
        const others = withSingleSyllables(index, syllables, rest).filter(
          ({ positions }) => positions.length > 1 || positions[0] !== at,
        );
        if (others.some(({ frequency }) => frequency === 0)) continue;
        found.add(found.rows(others.map(anywhere)), terms, weight);
      }
    },
  };
};
