import type { QuerySyllable } from './parse-query.ts';
import type { SearchIndex } from './search-index.ts';
import { exactKey, exactPairKey, pairKey, type TokenKind, tokenKinds } from './tokens.ts';

/** A term of a query: two adjacent syllables, or a single one where no article has it next to its neighbours. */
export type QueryTerm = {
  kind: 'pair' | 'syllable';
  /** Positions of its syllables in the query. */
  positions: readonly number[];
  syllables: readonly QuerySyllable[];
  /** Document frequency, counted up to `frequencyLimit`. */
  frequency: number;
  /** The last syllable is a prefix. */
  isPrefix?: true;
};

/** A term in so many articles is common; counting further would take time and change little. */
const frequencyLimit = 256;

/** A quoted token in FTS5's syntax. Keys contain no character that could end the quotation. */
export const ftsTerm = (kind: TokenKind, key: string) => `"${tokenKinds[kind]}${key}"`;
export const allOf = (parts: readonly string[]) => parts.map((part) => `(${part})`).join(' AND ');
export const anyOf = (parts: readonly string[]) => parts.map((part) => `(${part})`).join(' OR ');

/** Whether a syllable was typed with diacritics. Without them any reading matches: it may have been typed in haste. */
export const hasMarks = ({ marks }: Pick<QuerySyllable, 'marks'>) => /\d/.test(marks);

export const syllableTerm = (
  index: SearchIndex,
  syllables: readonly QuerySyllable[],
  at: number,
): QueryTerm => {
  const syllable = syllables[at] as QuerySyllable;
  const frequency = index.frequency(ftsTerm('syllable', syllable.folded), frequencyLimit);
  return { kind: 'syllable', positions: [at], syllables: [syllable], frequency };
};

/** The pair that ends at a syllable; null for the first one, and for one that does not follow another. */
export const pairTerm = (
  index: SearchIndex,
  syllables: readonly QuerySyllable[],
  at: number,
): QueryTerm | null => {
  const [first, second] = [syllables[at - 1], syllables[at]];
  if (!first || !second?.follows) return null;
  const frequency = index.frequency(ftsTerm('pair', pairKey(first, second)), frequencyLimit);
  return { kind: 'pair', positions: [at - 1, at], syllables: [first, second], frequency };
};

/** The pairs of a query that occur in some article, and the syllables in none of them. */
export const termsOf = (index: SearchIndex, syllables: readonly QuerySyllable[]): QueryTerm[] => {
  const pairs = syllables.flatMap((_, at) => pairTerm(index, syllables, at) ?? []);
  return withSingleSyllables(
    index,
    syllables,
    pairs.filter(({ frequency }) => frequency > 0),
  );
};

/** The pairs, and every syllable that is in none of them. */
export const withSingleSyllables = (
  index: SearchIndex,
  syllables: readonly QuerySyllable[],
  pairs: readonly QueryTerm[],
): QueryTerm[] => {
  const covered = new Set(pairs.flatMap(({ positions: of }) => of));
  const single = [...syllables.keys()].filter((at) => !covered.has(at));
  return [...pairs, ...single.map((at) => syllableTerm(index, syllables, at))];
};

const keyOf = ({ syllables: [first, second] }: QueryTerm) =>
  first && second ? pairKey(first, second) : (first?.folded ?? '');

const matchOf = (kind: TokenKind, unit: QueryTerm) => ftsTerm(kind, keyOf(unit)) + (unit.isPrefix ? '*' : '');

/** FTS5 expressions for a term anywhere in an article, in its title, in its summary, and as written with its diacritics. */
export const anywhere = (unit: QueryTerm) => matchOf(unit.kind, unit);
export const inTitle = (unit: QueryTerm) =>
  matchOf(unit.kind === 'pair' ? 'titlePair' : 'titleSyllable', unit);
export const inSummary = (unit: QueryTerm) => matchOf('summaryPair', unit);
export const asWritten = (unit: QueryTerm): string => {
  const [first, second] = unit.syllables;
  if (first && second && hasMarks(first) && hasMarks(second)) {
    return ftsTerm('exactPair', exactPairKey(first, second));
  }
  const claimed = unit.syllables
    .filter(hasMarks)
    .map((syllable) => ftsTerm('exactSyllable', exactKey(syllable)));
  return allOf([anywhere(unit), ...claimed]);
};

/** Inverse document frequency: https://en.wikipedia.org/wiki/Tf–idf#Inverse_document_frequency */
export const inverseDocumentFrequency = ({ frequency }: QueryTerm, size: number) =>
  Math.log(1 + size / Math.max(frequency, 1));

/** Every syllable as a term of its own. */
export const singleTerms = (syllables: readonly QuerySyllable[]): QueryTerm[] =>
  syllables.map((syllable, at) => ({
    kind: 'syllable',
    positions: [at],
    syllables: [syllable],
    frequency: 1,
  }));

/** The document frequency that a prefix is ranked with: it says as little as a term in a few dozen articles. */
const prefixFrequency = 32;

/** The last syllable as a prefix, as a pair with the one before it; null for a single letter alone. */
export const prefixTerm = (syllables: readonly QuerySyllable[]): QueryTerm | null => {
  const last = syllables.at(-1);
  if (!last) return null;
  const at = syllables.length - 1;
  const before = last.follows ? syllables.at(-2) : undefined;
  const prefix = { frequency: prefixFrequency, isPrefix: true } as const;
  if (before) return { kind: 'pair', positions: [at - 1, at], syllables: [before, last], ...prefix };
  if (last.folded.length === 1) return null;
  return { kind: 'syllable', positions: [at], syllables: [last], ...prefix };
};
