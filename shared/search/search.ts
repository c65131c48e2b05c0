import { candidateSet } from './candidates.ts';
import { pageSize } from './limits.ts';
import {
  type MatchContext,
  type MatchedQuery,
  type MatchStrategy,
  matchAllButOne,
  matchAnywhere,
  matchEveryTerm,
  matchPrefix,
  matchTitleSyllables,
  matchWithGap,
} from './match-strategies.ts';
import { isEmptyQuery, type QuerySyllable, type SearchQuery } from './parse-query.ts';
import { queryTerms } from './query-terms.ts';
import { rankedIds } from './rank.ts';
import { filteredIndex, type SearchFilter } from './search-filter.ts';
import type { SearchIndex } from './search-index.ts';
import { correctSpelling } from './spelling-correction.ts';

export type SearchResult = {
  /** Ids of the articles, best first, at most `candidateLimit`. */
  ids: string[];
  /** Articles that match, counted up to `countLimit`. */
  total: number;
  /** The syllables that were searched for instead of the typed ones; null when the query was not corrected. */
  correctedSyllables: readonly QuerySyllable[] | null;
};

/** Factor on the score of an article, by the strategy that finds it. */
const matchWeight = { exact: 1, prefix: 0.9, gapped: 0.8, corrected: 0.7, anywhere: 0.4, partial: 0.3 };

type Progress = { found: number; enough: number; isSpecific: boolean };
const always = () => true;
const isNone = ({ found }: Progress) => found === 0;
const isFew = ({ found, enough }: Progress) => found < enough;
const isFewOrSpecific = (progress: Progress) => isFew(progress) || progress.isSpecific;

type Rung = {
  runsIf: (progress: Progress) => boolean;
  /** The query it matches. A rung for the corrected query is skipped where no correction is found. */
  query: 'typed' | 'corrected';
  strategies: readonly (readonly [MatchStrategy, weight: number])[];
};

/**
 * The strategies from the strictest to the loosest. An article keeps the weight of the first one that finds it. The comments show
 * the FTS5 expressions for `hội đua thuyền`; letters before the syllables are the kinds of tokens (`tokenPrefixes`).
 */
const ladder: readonly Rung[] = [
  {
    // "phoi~dua" AND "pdua~thuyen"
    runsIf: always,
    query: 'typed',
    strategies: [[matchEveryTerm, matchWeight.exact]],
  },
  {
    // "uhoi~dua" AND "udua~thuyen"*, the same with p for u; then "thoi" AND "tdua" AND "tthuyen"
    runsIf: isFewOrSpecific,
    query: 'typed',
    strategies: [
      [matchPrefix, matchWeight.prefix],
      [matchTitleSyllables, matchWeight.gapped],
    ],
  },
  {
    // "pdua~thuyen" AND "shoi"; "phoi~dua" AND "sthuyen"
    runsIf: isFew,
    query: 'typed',
    strategies: [[matchWithGap, matchWeight.gapped]],
  },
  {
    runsIf: isNone,
    query: 'corrected',
    strategies: [[matchEveryTerm, matchWeight.corrected]],
  },
  {
    runsIf: isNone,
    query: 'corrected',
    strategies: [[matchTitleSyllables, matchWeight.corrected * matchWeight.gapped]],
  },
  {
    runsIf: isNone,
    query: 'corrected',
    strategies: [[matchWithGap, matchWeight.corrected * matchWeight.gapped]],
  },
  {
    // "shoi" AND "sdua" AND "sthuyen"; then "pdua~thuyen"; "shoi" AND "sthuyen"; "phoi~dua"
    runsIf: isFew,
    query: 'typed',
    strategies: [
      [matchAnywhere, matchWeight.anywhere],
      [matchAllButOne, matchWeight.partial],
    ],
  },
];

/**
 * Finds and ranks the articles that match a query. The work is bounded: some dozens of FTS5 queries, a few hundred candidates
 * to rank.
 */
export const search = (
  index: SearchIndex,
  query: SearchQuery,
  filter: SearchFilter,
  now: Date,
): SearchResult => {
  if (isEmptyQuery(query)) return { ids: [], total: 0, correctedSyllables: null };
  const candidates = candidateSet();
  const enough = enoughFor(query.syllables);
  const isSpecific = isSpecificQuery(query.syllables);
  const progress = (): Progress => ({ found: candidates.size(), enough, isSpecific });
  const context: MatchContext = {
    index,
    filtered: filteredIndex(index, query, filter, now),
    candidates,
    isFew: () => isFew(progress()),
  };
  const queries = matchedQueries(index, query);
  let correctedSyllables: SearchResult['correctedSyllables'] = null;

  for (const rung of ladder) {
    if (!rung.runsIf(progress())) continue;
    const matched = queries[rung.query]();
    if (!matched) continue;
    for (const [match, weight] of rung.strategies) match(context, matched, weight);
    if (rung.query === 'corrected' && candidates.size() > 0) correctedSyllables = matched.syllables;
  }
  return {
    ids: rankedIds(index, candidates.list(), query.phrases, now),
    total: candidates.total(),
    correctedSyllables,
  };
};

/** With so many articles found, looser strategies are skipped: a page for one syllable, fewer the more was typed. */
const enoughFor = (syllables: readonly QuerySyllable[]) =>
  Math.max(1, Math.floor(pageSize / Math.max(1, syllables.length)));

/** Whether so much was typed that a looser match in a title is likelier meant than a full match somewhere in a text. */
const isSpecificQuery = (syllables: readonly QuerySyllable[]) => syllables.length > 2;

/** The query as typed and as corrected. The correction is computed at its first use. */
const matchedQueries = (index: SearchIndex, { syllables }: SearchQuery) => {
  const withTerms = (matched: readonly QuerySyllable[]): MatchedQuery => ({
    syllables: matched,
    terms: queryTerms(index, matched),
  });
  const typed = withTerms(syllables);
  let corrected: MatchedQuery | null | undefined;
  const correct = () => {
    const correction = correctSpelling(index, syllables);
    return correction && withTerms(correction);
  };
  return {
    typed: () => typed,
    corrected() {
      if (corrected === undefined) corrected = correct();
      return corrected;
    },
  };
};
