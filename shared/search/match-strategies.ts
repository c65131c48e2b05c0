import type { CandidateSet } from './candidates.ts';
import { ftsToken } from './fts-expression.ts';
import { candidateLimit } from './limits.ts';
import type { QuerySyllable } from './parse-query.ts';
import {
  hasDiacritics,
  inArticle,
  inSummary,
  inTitle,
  isIndexed,
  isPair,
  prefixTerm,
  type QueryTerm,
  withTypedDiacritics,
  withUncoveredSyllables,
} from './query-terms.ts';
import type { FilteredIndex } from './search-filter.ts';
import type { ArticleRow, SearchIndex } from './search-index.ts';

/** A query as it was typed or corrected, with the terms it is matched by. */
export type MatchedQuery = { syllables: readonly QuerySyllable[]; terms: readonly QueryTerm[] };

export type MatchContext = {
  index: SearchIndex;
  filtered: FilteredIndex;
  candidates: CandidateSet;
  /** Whether so few articles are found that looser strategies are tried. */
  isFew: () => boolean;
};

/** Adds the articles that match a query in one way to the candidates, with the weight of that way. */
export type MatchStrategy = (context: MatchContext, query: MatchedQuery, weight: number) => void;

/** Parts of a query that are left out in turn, at most. */
const maxOmissions = 6;

/** Articles that contain every term, checked for diacritics, phrase and summary. */
export const matchEveryTerm: MatchStrategy = (context, { syllables, terms }, weight) => {
  const { filtered, candidates } = context;
  if (!terms.every(isIndexed)) return;
  const rows = filtered.find(terms.map(inArticle));
  candidates.add(rows, terms, weight);
  if (rows.length === 0) return;
  const isTruncated = rows.length === candidateLimit;
  if (isTruncated) {
    candidates.setCounted(filtered.count(terms.map(inArticle)));
    // The newest of so many may not be the best: those with every term in their title are searched for separately.
    candidates.add(filtered.find(terms.map(inTitle)), terms, weight);
  }
  if (syllables.some(hasDiacritics)) {
    const exact = filtered.find(terms.map(withTypedDiacritics));
    candidates.add(exact, terms, weight);
    markOtherDiacritics(candidates, rows, exact);
  }
  const pairs = terms.filter(isPair);
  if (pairs.length === 0) return;
  // A phrase of two syllables is a single pair: nothing more to check.
  if (syllables.length > 2) markPhrases(context, syllables);
  const inSummaries = filtered.find(pairs.map(inSummary));
  if (isTruncated) candidates.add(inSummaries, terms, weight);
  for (const { rowid } of inSummaries) {
    const candidate = candidates.get(rowid);
    if (candidate) candidate.isInSummary = true;
  }
};

const markOtherDiacritics = (
  candidates: CandidateSet,
  rows: readonly ArticleRow[],
  exact: readonly ArticleRow[],
) => {
  const exactRowids = new Set(exact.map(({ rowid }) => rowid));
  for (const { rowid } of rows) {
    const candidate = candidates.get(rowid);
    if (candidate && !exactRowids.has(rowid)) candidate.hasTypedDiacritics = false;
  }
};

const markPhrases = ({ index, candidates }: MatchContext, syllables: readonly QuerySyllable[]) => {
  const phrase = syllables.map(({ folded }) => folded);
  for (const candidate of candidates.list()) {
    candidate.isPhrase = index.containsPhrase(candidate.row.rowid, phrase);
  }
};

/** Factor on articles without the only pair of a query: Bình An and Trung Lam are other places than An Bình and Trung La. */
const otherPairFactor = 0.1;
const withoutPairWeight = (syllables: readonly QuerySyllable[], weight: number) =>
  syllables.length === 2 ? weight * otherPairFactor : weight;

/** Articles in which the last syllable goes on: in the title first, then anywhere. */
export const matchPrefix: MatchStrategy = (context, { syllables, terms }, weight) => {
  const { index, filtered, candidates, isFew } = context;
  const prefix = prefixTerm(syllables);
  if (!prefix) return;
  const last = syllables.length - 1;
  const pairs = terms.filter((term) => isPair(term) && !term.positions.includes(last));
  const complete = withUncoveredSyllables(index, syllables.slice(0, prefix.positions[0]), pairs);
  if (!complete.every(isIndexed)) return;
  const prefixTerms = [...complete, prefix];
  const prefixWeight = candidates.size() > 0 ? withoutPairWeight(syllables, weight) : weight;
  candidates.add(filtered.find(prefixTerms.map(inTitle)), prefixTerms, prefixWeight);
  // A single letter is a prefix of too much to be searched for in whole articles.
  const isSingleLetter = syllables[last]?.folded.length === 1;
  if (isFew() && !isSingleLetter) {
    candidates.add(filtered.find(prefixTerms.map(inArticle)), prefixTerms, prefixWeight);
  }
};

/** Articles with every syllable in their title, in any order. */
export const matchTitleSyllables: MatchStrategy = ({ filtered, candidates }, { syllables, terms }, weight) =>
  candidates.add(
    filtered.find(syllables.map(({ folded }) => ftsToken('titleSyllable', folded))),
    terms,
    withoutPairWeight(syllables, weight),
  );

/** Articles with every syllable, in which one pair of the query is not side by side: each pair is split in turn. */
export const matchWithGap: MatchStrategy = (
  { index, filtered, candidates },
  { syllables, terms },
  weight,
) => {
  const pairs = terms.filter(isPair);
  if (pairs.length < 2) return;
  for (const split of pairs.slice(0, maxOmissions)) {
    const looser = withUncoveredSyllables(
      index,
      syllables,
      pairs.filter((pair) => pair !== split),
    );
    if (looser.every(isIndexed)) candidates.add(filtered.find(looser.map(inArticle)), terms, weight);
  }
};

/** Syllables of a longer query are common together by chance, and slow to look up. */
const maxAnywhere = 3;

/** Articles with every syllable of a short query, wherever it is. */
export const matchAnywhere: MatchStrategy = ({ filtered, candidates }, { syllables, terms }, weight) => {
  if (syllables.length > maxAnywhere) return;
  candidates.add(
    filtered.find(syllables.map(({ folded }) => ftsToken('syllable', folded))),
    terms,
    withoutPairWeight(syllables, weight),
  );
};
