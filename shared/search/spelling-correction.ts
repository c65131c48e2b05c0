import { allOf } from './fts-expression.ts';
import { candidateLimit } from './limits.ts';
import type { QuerySyllable } from './parse-query.ts';
import { inArticle, isIndexed, pairTerm, queryTerms, syllableTerm } from './query-terms.ts';
import type { SearchIndex } from './search-index.ts';
import { isVietnameseShape } from './syllable-shape.ts';

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
/** Syllables of a query that a correction is tried for, and corrections whose whole query is searched for, at most. */
const maxSuspects = 6;
const maxSearched = 6;
/** Syllables that an article must contain side by side to be evidence for a correction. */
const evidenceLength = 3;

type Correction = {
  syllables: QuerySyllable[];
  position: number;
  /** How well the syllable fits its neighbours: by the pairs that some article contains, then by how many articles do. */
  score: number;
};

/**
 * The query with one syllable corrected: the correction that most articles are evidence for, then the one that fits its neighbours
 * best; null when there is none. A syllable that could be Vietnamese may be right and absent: it is never corrected without evidence,
 * an article that contains the whole corrected query, and the syllable beside its neighbours. Numbers and codes are never corrected.
 */
export const correctSpelling = (
  index: SearchIndex,
  syllables: readonly QuerySyllable[],
): QuerySyllable[] | null => {
  const [best] = correctionsOf(index, syllables)
    .sort((a, b) => b.score - a.score)
    .slice(0, maxSearched)
    .map((correction) => ({ ...correction, found: countEvidence(index, correction) }))
    .filter(({ position, found }) => found > 0 || !isVietnameseShape(syllables[position]?.folded ?? ''))
    .sort((a, b) => b.found - a.found || b.score - a.score);
  return best?.syllables ?? null;
};

const correctionsOf = (index: SearchIndex, syllables: readonly QuerySyllable[]): Correction[] =>
  suspectPositions(index, syllables).flatMap((position) => {
    const { folded, isAdjacent } = syllables[position] as QuerySyllable;
    const mustFitAll = isVietnameseShape(folded);
    return [...editsOf(folded)].flatMap((edit) => {
      if (!index.hasSyllable(edit)) return [];
      // The diacritics belong to the syllable as it was typed: the corrected one matches every reading.
      const corrected = syllables.with(position, { folded: edit, marks: '', written: edit, isAdjacent });
      const score = contextScore(index, corrected, position, mustFitAll);
      return score > 0 ? [{ syllables: corrected, position, score }] : [];
    });
  });

/** Articles with every term of a corrected query and with the syllable beside its neighbours. */
const countEvidence = (index: SearchIndex, { syllables, position }: Correction): number => {
  const first = Math.max(0, Math.min(position - 1, syllables.length - evidenceLength));
  const around = syllables.slice(first, first + evidenceLength);
  if (around.length < evidenceLength || around.slice(1).some(({ isAdjacent }) => !isAdjacent)) return 0;
  const terms = queryTerms(index, syllables);
  if (!terms.every(isIndexed)) return 0;
  const phrase = around.map(({ folded }) => folded);
  return index
    .findRowids(allOf(terms.map(inArticle)), candidateLimit)
    .filter((rowid) => index.containsPhrase(rowid, phrase)).length;
};

/**
 * Every string at Damerau–Levenshtein distance 1: a letter deleted, inserted, substituted, or transposed with the next.
 * https://en.wikipedia.org/wiki/Damerau–Levenshtein_distance
 */
const editsOf = (syllable: string): Set<string> => {
  const edits = new Set<string>();
  for (let at = 0; at <= syllable.length; at += 1) {
    const [before, after] = [syllable.slice(0, at), syllable.slice(at)];
    if (after.length > 1) edits.add(before + after.charAt(1) + after.charAt(0) + after.slice(2));
    if (after) edits.add(before + after.slice(1));
    for (const letter of letters) {
      edits.add(before + letter + after);
      if (after) edits.add(before + letter + after.slice(1));
    }
  }
  edits.delete(syllable);
  edits.delete('');
  return edits;
};

/** Positions of likely misspellings: syllables that no article contains, else those that occur beside none of their neighbours. */
const suspectPositions = (index: SearchIndex, syllables: readonly QuerySyllable[]): number[] => {
  const words = [...syllables.keys()].filter((position) => !/\d/.test(syllables[position]?.folded ?? ''));
  const unknown = words.filter((position) => !index.hasSyllable(syllables[position]?.folded ?? ''));
  const isStray = (position: number) => {
    const pairs = pairsAround(index, syllables, position);
    return pairs.length > 0 && !pairs.some(isIndexed);
  };
  return (unknown.length > 0 ? unknown : words.filter(isStray)).slice(0, maxSuspects);
};

const pairsAround = (index: SearchIndex, syllables: readonly QuerySyllable[], position: number) =>
  [position, position + 1].flatMap((end) => pairTerm(index, syllables, end) ?? []);

const contextScore = (
  index: SearchIndex,
  syllables: readonly QuerySyllable[],
  position: number,
  mustFitAll: boolean,
): number => {
  const pairs = pairsAround(index, syllables, position);
  if (pairs.length === 0) return syllableTerm(index, syllables, position).documentFrequency;
  if (mustFitAll && !pairs.every(isIndexed)) return 0;
  return pairs.reduce(
    (score, { documentFrequency }) => score + (documentFrequency > 0 ? 1000 + documentFrequency : 0),
    0,
  );
};
