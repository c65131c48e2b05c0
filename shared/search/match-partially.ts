import { ftsToken } from './fts-expression.ts';
import type { MatchStrategy } from './match-strategies.ts';
import type { QuerySyllable } from './parse-query.ts';
import { inArticle, inTitle, isIndexed, isPair, type QueryTerm } from './query-terms.ts';
import { inverseDocumentFrequency } from './rank.ts';
import type { ArticleRow, SearchIndex } from './search-index.ts';

/** Posting lists that are read, the rarest ones, and rowids of each: they bound the time. */
const maxLists = 16;
const maxRowids = 400;
/** Articles that are ranked, those with the most of the query. */
const maxRanked = 40;
/** Shares of the query's weight: the least that an article holds, and that of the best article which the others hold. */
const minCoverage = 0.3;
const minShareOfBest = 0.5;
/** Of fewer syllables a part says too little. */
const minSyllables = 3;

/**
 * Articles that contain a part of the query, by the weight (inverse document frequency) of the part: its pairs in the title and
 * anywhere, and in the title the syllables that are in no such pair. Reads at most `maxLists` × `maxRowids` postings.
 */
export const matchPartially: MatchStrategy = (
  { index, filtered, candidates },
  { syllables, terms },
  weight,
) => {
  if (syllables.length < minSyllables) return;
  const indexSize = index.size();
  const idf = (documentFrequency: number) => inverseDocumentFrequency({ documentFrequency }, indexSize);
  const sums = new Map<number, number>();
  const holders = new Map<string, ReadonlySet<number>>();
  for (const { expression, documentFrequency } of rarestLists(index, syllables, terms)) {
    const rowids = filtered.findRowids([expression], maxRowids);
    holders.set(expression, new Set(rowids));
    for (const rowid of rowids) sums.set(rowid, (sums.get(rowid) ?? 0) + idf(documentFrequency));
  }

  const total = terms.reduce((sum, { documentFrequency }) => sum + idf(documentFrequency), 0);
  const partial = [...sums]
    .sort(([rowA, a], [rowB, b]) => b - a || rowB - rowA)
    .slice(0, maxRanked)
    .flatMap(([rowid]) => {
      const row = filtered.get(rowid);
      if (!row) return [];
      const held = terms.filter((term) => holders.get(inArticle(term))?.has(rowid) || isInTitle(row, term));
      const coverage = held.reduce((sum, { documentFrequency }) => sum + idf(documentFrequency), 0) / total;
      return { row, held, coverage };
    });
  const best = Math.max(0, ...partial.map(({ coverage }) => coverage));
  const least = Math.max(minCoverage, best * minShareOfBest);
  for (const { row, held, coverage } of partial) {
    if (coverage >= least) candidates.add([row], held, weight * coverage);
  }
};

type PostingList = { expression: string; documentFrequency: number };

const rarestLists = (
  index: SearchIndex,
  syllables: readonly QuerySyllable[],
  terms: readonly QueryTerm[],
): PostingList[] => {
  const counted = (expression: string): PostingList => ({
    expression,
    documentFrequency: index.documentFrequency(expression, maxRowids),
  });
  const pairs = terms.filter((term) => isPair(term) && isIndexed(term));
  const titlePairs = pairs
    .map((term) => ({ ...counted(inTitle(term)), positions: term.positions }))
    .filter(isListed);
  const covered = new Set(titlePairs.flatMap(({ positions }) => positions));
  const uncovered = syllables.filter((_, position) => !covered.has(position));
  return [
    ...titlePairs,
    ...pairs.map((term) => ({ expression: inArticle(term), documentFrequency: term.documentFrequency })),
    ...[...new Set(uncovered.map(({ folded }) => ftsToken('titleSyllable', folded)))].map(counted),
  ]
    .filter(isListed)
    .sort((a, b) => a.documentFrequency - b.documentFrequency)
    .slice(0, maxLists);
};

const isListed = ({ documentFrequency }: PostingList) => documentFrequency > 0;

/** Whether the title contains every syllable of a term, in any order. */
export const isInTitle = ({ foldedTitle }: ArticleRow, { syllables }: QueryTerm) =>
  syllables.every(({ folded }) => foldedTitle.includes(` ${folded} `));
