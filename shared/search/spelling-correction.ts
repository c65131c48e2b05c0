import { allOf } from './fts-expression.ts';
import type { QuerySyllable } from './parse-query.ts';
import { inArticle, isIndexed, pairTerm, queryTerms, syllableTerm } from './query-terms.ts';
import type { SearchIndex } from './search-index.ts';
import { isVietnameseShape } from './syllable-shape.ts';

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
/** Syllables of a query that a correction is tried for, and corrections whose whole query is searched for, at most. */
const maxSuspects = 6;
const maxSearched = 6;
/** Articles with the whole corrected query are counted up to this number. */
const maxCounted = 20;
/** A query of fewer syllables says too little to correct a syllable that could be Vietnamese. */
const minSyllables = 3;

type Correction = {
  syllables: QuerySyllable[];
  position: number;
  /** How well the syllable fits its neighbours: by the pairs that some article contains, then by how many articles do. */
  score: number;
  /** Whether articles contain it beside each of its neighbours. */
  fitsAll: boolean;
};

/**
 * The query with one syllable corrected: the correction that most articles contain the whole query of, then the one that fits its
 * neighbours best; null when there is none. A syllable that could be Vietnamese may be right and absent: it is corrected only where
 * an article contains the whole corrected query. Numbers and codes are never corrected.
 */
export const correctSpelling = (
  index: SearchIndex,
  syllables: readonly QuerySyllable[],
): QuerySyllable[] | null => {
  const searched = correctionsOf(index, syllables)
    .sort((a, b) => b.score - a.score)
    .slice(0, maxSearched)
    .map((correction) => ({ ...correction, found: countWhole(index, correction.syllables) }));
  const [best] = searched
    .filter(({ position, found, fitsAll }) => {
      const isMisspelt = !isVietnameseShape(syllables[position]?.folded ?? '');
      return isMisspelt || (syllables.length >= minSyllables && fitsAll && found > 0);
    })
    .sort((a, b) => b.found - a.found || b.score - a.score);
  return best?.syllables ?? null;
};

const correctionsOf = (index: SearchIndex, syllables: readonly QuerySyllable[]): Correction[] =>
  suspectPositions(index, syllables).flatMap((position) => {
    const { folded, isAdjacent } = syllables[position] as QuerySyllable;
    return [...editsOf(folded)].flatMap((edit) => {
      if (!index.hasSyllable(edit)) return [];
      // The diacritics belong to the syllable as it was typed: the corrected one matches every reading.
      const corrected = syllables.with(position, { folded: edit, marks: '', written: edit, isAdjacent });
      const fit = contextFit(index, corrected, position);
      return fit.score > 0 ? [{ syllables: corrected, position, ...fit }] : [];
    });
  });

/** Articles with every term of a query, counted up to `maxCounted`. */
const countWhole = (index: SearchIndex, syllables: readonly QuerySyllable[]): number => {
  const terms = queryTerms(index, syllables);
  return terms.every(isIndexed) ? index.documentFrequency(allOf(terms.map(inArticle)), maxCounted) : 0;
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

/** Suspicion of a syllable that no article contains; otherwise it counts the neighbours it never occurs beside. */
const unknownSyllable = 3;

/** Positions of likely misspellings, likeliest first. Unknown syllables rule out the others. */
const suspectPositions = (index: SearchIndex, syllables: readonly QuerySyllable[]): number[] => {
  const suspicion = syllables.map(({ folded }, position) => {
    if (/\d/.test(folded)) return 0;
    if (!index.hasSyllable(folded)) return unknownSyllable;
    return [position, position + 1].filter((end) => pairTerm(index, syllables, end)?.documentFrequency === 0)
      .length;
  });
  const least = Math.max(...suspicion) === unknownSyllable ? unknownSyllable : 1;
  return [...syllables.keys()]
    .filter((position) => (suspicion[position] ?? 0) >= least)
    .sort((a, b) => (suspicion[b] ?? 0) - (suspicion[a] ?? 0))
    .slice(0, maxSuspects);
};

const contextFit = (index: SearchIndex, syllables: readonly QuerySyllable[], position: number) => {
  const pairs = [position, position + 1].flatMap((end) => pairTerm(index, syllables, end) ?? []);
  if (pairs.length === 0) {
    return { score: syllableTerm(index, syllables, position).documentFrequency, fitsAll: false };
  }
  const score = pairs.reduce(
    (sum, { documentFrequency }) => sum + (documentFrequency > 0 ? 1000 + documentFrequency : 0),
    0,
  );
  return { score, fitsAll: pairs.every(isIndexed) };
};
