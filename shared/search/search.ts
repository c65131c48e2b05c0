import { type Candidate, candidateSet } from './candidates.ts';
import { decodeQuery, wordsOf } from './decode-query.ts';
import type { InputMethod } from './input-methods.ts';
import { pageSize } from './limits.ts';
import { isInTitle, matchPartially } from './match-partially.ts';
import {
  type MatchContext,
  type MatchedQuery,
  type MatchStrategy,
  matchAnywhere,
  matchEveryTerm,
  matchPrefix,
  matchTitleSyllables,
  matchWithGap,
} from './match-strategies.ts';
import { isEmptyQuery, type QuerySyllable, type SearchQuery } from './parse-query.ts';
import { isPair, queryTerms } from './query-terms.ts';
import { rankedIds } from './rank.ts';
import { filteredIndex, type SearchFilter } from './search-filter.ts';
import type { SearchIndex } from './search-index.ts';
import { correctSpelling } from './spelling-correction.ts';

/** What a query was taken for. */
export type UnderstoodQuery = {
  /** The query that was searched for: decoded, then corrected. */
  query: SearchQuery;
  /** The input method whose keys were typed; null when the query was taken as typed. */
  decodedFrom: InputMethod | null;
  /** Syllables, as typed, that no article contains and that were not corrected. */
  unknown: readonly string[];
  /** Syllables that were corrected. */
  corrections: readonly { typed: string; corrected: string }[];
};

export type SearchResult = {
  /** Ids of the articles, best first, at most `candidateLimit`. */
  ids: string[];
  /** Articles that match, counted up to `countLimit`. */
  total: number;
  understood: UnderstoodQuery;
};

/** Factor on the score of an article, by the strategy that finds it. */
const matchWeight = { exact: 1, prefix: 0.9, gapped: 0.8, corrected: 0.7, anywhere: 0.4, partial: 0.3 };

type Progress = {
  found: number;
  enough: number;
  isSpecific: boolean;
  /** Whether a syllable was typed beside others and no article contains it beside them. */
  hasStrayTerm: boolean;
  /** Whether less than a page was found, nothing of it as a phrase or with every term in its title. */
  isScattered: boolean;
};
const always = () => true;
const isFew = ({ found, enough }: Progress) => found < enough;
const isFewOrSpecific = (progress: Progress) => isFew(progress) || progress.isSpecific;
const isNoneOrStray = (progress: Progress) =>
  progress.found === 0 || (progress.hasStrayTerm && isFew(progress));
const isNone = ({ found }: Progress) => found === 0;
const isFewOrScattered = (progress: Progress) =>
  isFew(progress) || (progress.isSpecific && progress.isScattered);

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
    // As the first; one junk match of stray syllables does not keep it from running.
    runsIf: isNoneOrStray,
    query: 'corrected',
    strategies: [[matchEveryTerm, matchWeight.corrected]],
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
    strategies: [[matchTitleSyllables, matchWeight.corrected * matchWeight.gapped]],
  },
  {
    runsIf: isNone,
    query: 'corrected',
    strategies: [[matchWithGap, matchWeight.corrected * matchWeight.gapped]],
  },
  {
    // "shoi" AND "sdua" AND "sthuyen"
    runsIf: isFew,
    query: 'typed',
    strategies: [[matchAnywhere, matchWeight.anywhere]],
  },
  {
    // Each by itself, the rarest first, then summed up: "phoi~dua"; "pdua~thuyen"; "thoi"; "tdua"; "tthuyen"
    runsIf: isFewOrScattered,
    query: 'typed',
    strategies: [[matchPartially, matchWeight.partial]],
  },
];

/**
 * Finds and ranks the articles that match a query. The work is bounded: some dozens of FTS5 queries, a few hundred candidates
 * to rank.
 */
export const search = (
  index: SearchIndex,
  typedQuery: SearchQuery,
  filter: SearchFilter,
  now: Date,
): SearchResult => {
  const decoded = decodeQuery(index, typedQuery);
  const query = decoded?.query ?? typedQuery;
  const understood = understoodQuery(index, query, decoded?.decodedFrom ?? null);
  if (isEmptyQuery(query)) return { ids: [], total: 0, understood: understood(null) };
  const candidates = candidateSet();
  const queries = matchedQueries(index, query);
  const constant = {
    enough: enoughFor(query.syllables),
    isSpecific: isSpecificQuery(query.syllables),
    hasStrayTerm: hasStrayTerm(queries.typed()),
  };
  const progress = (): Progress => ({
    found: candidates.size(),
    isScattered: candidates.size() < pageSize && candidates.list().every(isScattered),
    ...constant,
  });
  const context: MatchContext = {
    index,
    filtered: filteredIndex(index, query, filter, now),
    candidates,
    isFew: () => candidates.size() < constant.enough,
  };
  let corrected: readonly QuerySyllable[] | null = null;

  for (const rung of ladder) {
    if (!rung.runsIf(progress())) continue;
    const matched = queries[rung.query]();
    if (!matched) continue;
    const found = candidates.size();
    for (const [match, weight] of rung.strategies) match(context, matched, weight);
    if (rung.query === 'corrected' && candidates.size() > found) corrected = matched.syllables;
  }
  return {
    ids: rankedIds(index, candidates.list(), query.phrases, now),
    total: candidates.total(),
    understood: understood(corrected),
  };
};

const isScattered = ({ isPhrase, row, terms }: Candidate) =>
  !isPhrase && !terms.every((term) => isInTitle(row, term));

/** Returns the function that says what a query was taken for, given the corrected syllables or null. */
const understoodQuery =
  (index: SearchIndex, query: SearchQuery, decodedFrom: InputMethod | null) =>
  (corrected: readonly QuerySyllable[] | null): UnderstoodQuery => {
    const understood = { ...query, syllables: corrected ?? query.syllables };
    return {
      query: understood,
      decodedFrom,
      unknown: wordsOf(understood)
        .filter(({ folded }) => !index.hasSyllable(folded))
        .map(({ written }) => written),
      corrections: query.syllables.flatMap(({ folded, written }, at) => {
        const replaced = corrected?.[at];
        return replaced && replaced.folded !== folded
          ? [{ typed: written, corrected: replaced.written }]
          : [];
      }),
    };
  };

/** Whether a syllable was typed beside another one and no article contains it beside its neighbours. */
const hasStrayTerm = ({ syllables, terms }: MatchedQuery) =>
  terms.some(
    (term) =>
      !isPair(term) &&
      term.positions.some((at) => syllables[at]?.isAdjacent || syllables[at + 1]?.isAdjacent),
  );

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
