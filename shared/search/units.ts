import type { QuerySyllable } from './parse-query.ts';
import type { SearchIndex } from './search-index.ts';
import { exactKey, exactPairKey, pairKey, type TokenKind, tokenKinds } from './tokens.ts';

/** What a query is looked for by: two neighbouring syllables, or a single one where no article holds it with its neighbours. */
export type Unit = {
  kind: 'pair' | 'syllable';
  /** Indexes into the syllables of the query. */
  of: readonly number[];
  syllables: readonly QuerySyllable[];
  /** Articles that hold it, counted up to `frequencyLimit`. */
  frequency: number;
  /** The last syllable may go on: it was perhaps not typed to its end. */
  isBegun?: true;
};

/** Counting further would take time and tell little: what so many articles hold is common. */
const frequencyLimit = 256;

/** A token as FTS5's syntax has it. Keys hold nothing that could end the quotation. */
export const term = (kind: TokenKind, key: string) => `"${tokenKinds[kind]}${key}"`;
export const all = (parts: readonly string[]) => parts.map((part) => `(${part})`).join(' AND ');
export const any = (parts: readonly string[]) => parts.map((part) => `(${part})`).join(' OR ');

/** A typed mark claims a reading; a syllable without marks claims nothing, for it may only have been typed in haste. */
export const claims = ({ marks }: Pick<QuerySyllable, 'marks'>) => /\d/.test(marks);

export const syllableUnit = (index: SearchIndex, syllables: readonly QuerySyllable[], at: number): Unit => {
  const syllable = syllables[at] as QuerySyllable;
  const frequency = index.frequency(term('syllable', syllable.folded), frequencyLimit);
  return { kind: 'syllable', of: [at], syllables: [syllable], frequency };
};

/** The pair that ends at a syllable; null for the first of all, and for one that was not typed right after another. */
export const pairUnit = (
  index: SearchIndex,
  syllables: readonly QuerySyllable[],
  at: number,
): Unit | null => {
  const [first, second] = [syllables[at - 1], syllables[at]];
  if (!first || !second?.follows) return null;
  const frequency = index.frequency(term('pair', pairKey(first, second)), frequencyLimit);
  return { kind: 'pair', of: [at - 1, at], syllables: [first, second], frequency };
};

/** The pairs of a query that some article holds, then the syllables that are in none of them. */
export const unitsOf = (index: SearchIndex, syllables: readonly QuerySyllable[]): Unit[] => {
  const pairs = syllables.flatMap((_, at) => pairUnit(index, syllables, at) ?? []);
  return withUncovered(
    index,
    syllables,
    pairs.filter(({ frequency }) => frequency > 0),
  );
};

/** These pairs, and every syllable that is in none of them. */
export const withUncovered = (
  index: SearchIndex,
  syllables: readonly QuerySyllable[],
  pairs: readonly Unit[],
): Unit[] => {
  const covered = new Set(pairs.flatMap(({ of }) => of));
  const single = [...syllables.keys()].filter((at) => !covered.has(at));
  return [...pairs, ...single.map((at) => syllableUnit(index, syllables, at))];
};

const keyOf = ({ syllables: [first, second] }: Unit) =>
  first && second ? pairKey(first, second) : (first?.folded ?? '');

const termOf = (kind: TokenKind, unit: Unit) => term(kind, keyOf(unit)) + (unit.isBegun ? '*' : '');

/** A unit anywhere in an article; in its title; in its summary; and as it was typed, marks and all. */
export const anywhere = (unit: Unit) => termOf(unit.kind, unit);
export const inTitle = (unit: Unit) => termOf(unit.kind === 'pair' ? 'titlePair' : 'titleSyllable', unit);
export const inSummary = (unit: Unit) => termOf('summaryPair', unit);
export const asTyped = (unit: Unit): string => {
  const [first, second] = unit.syllables;
  if (first && second && claims(first) && claims(second)) {
    return term('exactPair', exactPairKey(first, second));
  }
  const claimed = unit.syllables.filter(claims).map((syllable) => term('exactSyllable', exactKey(syllable)));
  return all([anywhere(unit), ...claimed]);
};

/** How much it tells that an article holds the unit: https://en.wikipedia.org/wiki/Tf–idf#Inverse_document_frequency */
export const weightOf = ({ frequency }: Unit, size: number) => Math.log(1 + size / Math.max(frequency, 1));
