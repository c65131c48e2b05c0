import { candidateSet } from './candidates.ts';
import type { Filter } from './conditions.ts';
import { correctSpelling } from './correct-spelling.ts';
import { isEmpty, type Query, type QuerySyllable } from './parse-query.ts';
import type { SearchIndex } from './search-index.ts';
import { strategies, sufficientCount, toTerms } from './strategies.ts';

export type Found = {
  /** Best first, at most `candidateLimit`. */
  ids: string[];
  /** The number of articles found, counted up to `countLimit`. */
  total: number;
  /** The corrected query, syllable by syllable; null when its spelling was not corrected. */
  corrected: readonly QuerySyllable[] | null;
};

/** Weights of the strategies, relative to an exact match. */
const weights = {
  exact: 1,
  prefix: 0.9,
  gapped: 0.8,
  corrected: 0.7,
  anywhere: 0.4,
  partial: 0.3,
};

/**
 * Finds and ranks the articles for a query. Looser strategies follow only while too little is found. The work is bounded: some dozens of
 * look-ups in the index, a few hundred articles ranked.
 */
export const search = (index: SearchIndex, query: Query, filter: Filter, now: Date): Found => {
  if (isEmpty(query)) return { ids: [], total: 0, corrected: null };
  const found = candidateSet(index, query, filter, now);
  const match = strategies(index, found);
  const typed = toTerms(index, query.syllables);
  const sufficient = sufficientCount(query.syllables);
  let corrected: readonly QuerySyllable[] | null = null;

  match.exact(typed, weights.exact);
  const isFew = found.size() < sufficient;
  if (isFew || isSpecific(query)) {
    match.prefix(typed, weights.prefix);
    match.title(typed, weights.gapped);
  }
  if (isFew && found.size() < sufficient) match.gapped(typed, weights.gapped);
  if (found.size() === 0) {
    const correction = correctSpelling(index, query.syllables);
    if (correction) {
      const terms = toTerms(index, correction.syllables);
      match.exact(terms, weights.corrected);
      if (found.size() === 0) match.title(terms, weights.corrected * weights.gapped);
      if (found.size() === 0) match.gapped(terms, weights.corrected * weights.gapped);
      if (found.size() > 0) corrected = correction.syllables;
    }
  }
  if (found.size() < sufficient) {
    match.anywhere(typed, weights.anywhere);
    match.partial(typed, weights.partial);
  }
  return { ids: found.ranked(), total: found.total(), corrected };
};

/** Whether the query is so long that a title with its syllables in another order is likelier meant than a body that has them. */
const isSpecific = ({ syllables }: Query) => syllables.length > 2;
