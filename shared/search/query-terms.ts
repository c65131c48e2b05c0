import { allOf, ftsToken } from './fts-expression.ts';
import type { QuerySyllable } from './parse-query.ts';
import type { SearchIndex } from './search-index.ts';
import { exactKey, exactPairKey, pairKey, type TokenKind } from './tokens.ts';

/** A term of a query: a pair of neighbouring syllables, or a single syllable where no article contains such a pair. */
export type QueryTerm = {
  kind: 'pair' | 'syllable';
  /** Indexes of its syllables in the query. */
  positions: readonly number[];
  syllables: readonly QuerySyllable[];
  /** Articles that contain it, counted up to `documentFrequencyLimit`. */
  documentFrequency: number;
  /** Matches every token that begins with it: the last syllable may be half typed. */
  isPrefix?: true;
};

/** Counting further takes time and hardly changes the ranking: a term in so many articles is common. */
const documentFrequencyLimit = 256;
/** Document frequency assumed of a prefix: it narrows a search as much as a term of a few dozen articles. */
const prefixDocumentFrequency = 32;

export const isPair = ({ kind }: QueryTerm) => kind === 'pair';
export const isIndexed = ({ documentFrequency }: QueryTerm) => documentFrequency > 0;

/** Whether a syllable was typed with diacritics. One without matches every reading: readers leave diacritics out in haste. */
export const hasDiacritics = ({ marks }: Pick<QuerySyllable, 'marks'>) => /\d/.test(marks);

export const syllableTerm = (
  index: SearchIndex,
  syllables: readonly QuerySyllable[],
  position: number,
): QueryTerm => {
  const syllable = syllables[position] as QuerySyllable;
  const documentFrequency = index.documentFrequency(
    ftsToken('syllable', syllable.folded),
    documentFrequencyLimit,
  );
  return { kind: 'syllable', positions: [position], syllables: [syllable], documentFrequency };
};

/** The pair that ends at a position; null at the first syllable and where two syllables were not typed side by side. */
export const pairTerm = (
  index: SearchIndex,
  syllables: readonly QuerySyllable[],
  position: number,
): QueryTerm | null => {
  const [first, second] = [syllables[position - 1], syllables[position]];
  if (!first || !second?.isAdjacent) return null;
  const documentFrequency = index.documentFrequency(
    ftsToken('pair', pairKey(first, second)),
    documentFrequencyLimit,
  );
  return {
    kind: 'pair',
    positions: [position - 1, position],
    syllables: [first, second],
    documentFrequency,
  };
};

/** The last syllable as a prefix, paired with the one before it; null for a single letter alone, which matches too much. */
export const prefixTerm = (syllables: readonly QuerySyllable[]): QueryTerm | null => {
  const last = syllables.at(-1);
  if (!last) return null;
  const position = syllables.length - 1;
  const previous = last.isAdjacent ? syllables.at(-2) : undefined;
  const prefix = { documentFrequency: prefixDocumentFrequency, isPrefix: true } as const;
  if (previous) {
    return { kind: 'pair', positions: [position - 1, position], syllables: [previous, last], ...prefix };
  }
  return last.folded.length > 1
    ? { kind: 'syllable', positions: [position], syllables: [last], ...prefix }
    : null;
};

/** The pairs of a query that some article contains, then the syllables that are in none of them. */
export const queryTerms = (index: SearchIndex, syllables: readonly QuerySyllable[]): QueryTerm[] => {
  const pairs = syllables.flatMap((_, position) => pairTerm(index, syllables, position) ?? []);
  return withUncoveredSyllables(index, syllables, pairs.filter(isIndexed));
};

/** The given pairs, then a term for every syllable that is in none of them. */
export const withUncoveredSyllables = (
  index: SearchIndex,
  syllables: readonly QuerySyllable[],
  pairs: readonly QueryTerm[],
): QueryTerm[] => {
  const covered = new Set(pairs.flatMap(({ positions }) => positions));
  const uncovered = [...syllables.keys()].filter((position) => !covered.has(position));
  return [...pairs, ...uncovered.map((position) => syllableTerm(index, syllables, position))];
};

const tokenOf = (kind: TokenKind, { syllables: [first, second], isPrefix }: QueryTerm) => {
  const key = first && second ? pairKey(first, second) : (first?.folded ?? '');
  return ftsToken(kind, key) + (isPrefix ? '*' : '');
};

/** FTS5 expressions for a term anywhere in an article, in its title, and (pairs only) in its summary. */
export const inArticle = (term: QueryTerm) => tokenOf(term.kind, term);
export const inTitle = (term: QueryTerm) => tokenOf(isPair(term) ? 'titlePair' : 'titleSyllable', term);
export const inSummary = (term: QueryTerm) => tokenOf('summaryPair', term);

/** The FTS5 expression for a term with the diacritics that were typed. */
export const withTypedDiacritics = (term: QueryTerm): string => {
  const [first, second] = term.syllables;
  if (first && second && hasDiacritics(first) && hasDiacritics(second)) {
    return ftsToken('exactPair', exactPairKey(first, second));
  }
  const exact = term.syllables
    .filter(hasDiacritics)
    .map((syllable) => ftsToken('exactSyllable', exactKey(syllable)));
  return allOf([inArticle(term), ...exact]);
};
