import type { QuerySyllable } from './parse-query.ts';
import { pairTerm, syllableTerm } from './query-terms.ts';
import type { SearchIndex } from './search-index.ts';

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
/** Syllables of a query that a correction is tried for, at most. */
const maxSuspects = 6;

/** The query with the one syllable corrected that fits its neighbours best; null when none does. Numbers are never corrected. */
export const correctSpelling = (
  index: SearchIndex,
  syllables: readonly QuerySyllable[],
): QuerySyllable[] | null => {
  let best: QuerySyllable[] | null = null;
  let bestScore = 0;
  for (const position of suspectPositions(index, syllables)) {
    const { folded, isAdjacent } = syllables[position] as QuerySyllable;
    for (const edit of editsOf(folded)) {
      if (!index.hasSyllable(edit)) continue;
      // The diacritics belong to the syllable as it was typed: the corrected one matches every reading.
      const corrected = syllables.with(position, { folded: edit, marks: '', isAdjacent });
      const score = contextScore(index, corrected, position);
      if (score > bestScore) {
        best = corrected;
        bestScore = score;
      }
    }
  }
  return best;
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
    if (/^\d+$/.test(folded)) return 0;
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

/** How well a syllable fits its neighbours: by the pairs that some article contains, then by how many articles do. */
const contextScore = (index: SearchIndex, syllables: readonly QuerySyllable[], position: number): number => {
  const pairs = [position, position + 1].flatMap((end) => pairTerm(index, syllables, end) ?? []);
  if (pairs.length === 0) return syllableTerm(index, syllables, position).documentFrequency;
  return pairs.reduce(
    (score, { documentFrequency }) => score + (documentFrequency > 0 ? 1000 + documentFrequency : 0),
    0,
  );
};
