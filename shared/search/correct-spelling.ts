import type { QuerySyllable } from './parse-query.ts';
import { pairTerm, syllableTerm } from './query-terms.ts';
import type { SearchIndex } from './search-index.ts';

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
/** Syllables of a query that are tried. */
const maxSuspects = 6;

/** A query with one corrected syllable, and its position. */
export type Correction = { syllables: QuerySyllable[]; at: number };

/**
 * All syllables at Damerau–Levenshtein distance 1: a letter omitted, inserted, replaced, or two transposed.
 * https://en.wikipedia.org/wiki/Damerau–Levenshtein_distance
 */
const edits = (syllable: string): Set<string> => {
  const found = new Set<string>();
  for (let at = 0; at <= syllable.length; at += 1) {
    const [before, after] = [syllable.slice(0, at), syllable.slice(at)];
    if (after.length > 1) found.add(before + after.charAt(1) + after.charAt(0) + after.slice(2));
    if (after) found.add(before + after.slice(1));
    for (const letter of letters) {
      found.add(before + letter + after);
      if (after) found.add(before + letter + after.slice(1));
    }
  }
  found.delete(syllable);
  found.delete('');
  return found;
};

/** The query with one syllable corrected, the correction that fits its neighbours best; null when none does. Numbers are not corrected. */
export const correctSpelling = (
  index: SearchIndex,
  syllables: readonly QuerySyllable[],
): Correction | null => {
  let best: Correction | null = null;
  let bestFit = 0;
  for (const at of suspects(index, syllables)) {
    const { folded, follows } = syllables[at] as QuerySyllable;
    for (const slip of edits(folded)) {
      if (!index.hasSyllable(slip)) continue;
      // The corrected syllable was not typed, so it has no marks.
      const repaired = syllables.with(at, { folded: slip, marks: '', follows });
      const fit = contextScore(index, repaired, at);
      if (fit > bestFit) {
        best = { syllables: repaired, at };
        bestFit = fit;
      }
    }
  }
  return best;
};

/** Positions that may be misspelt, likeliest first: unknown syllables, then those that never occur next to their neighbours. */
const suspects = (index: SearchIndex, syllables: readonly QuerySyllable[]): number[] => {
  const doubt = syllables.map(({ folded }, at) => {
    if (/^\d+$/.test(folded)) return 0;
    if (!index.hasSyllable(folded)) return 3;
    return [at, at + 1].filter((end) => pairTerm(index, syllables, end)?.frequency === 0).length;
  });
  const most = Math.max(...doubt);
  return [...syllables.keys()]
    .filter((at) => (most === 3 ? doubt[at] === 3 : (doubt[at] ?? 0) > 0))
    .sort((a, b) => (doubt[b] ?? 0) - (doubt[a] ?? 0))
    .slice(0, maxSuspects);
};

/** How well a syllable fits its context: the number of pairs that occur, then how often. */
const contextScore = (index: SearchIndex, syllables: readonly QuerySyllable[], at: number): number => {
  const pairs = [at, at + 1].flatMap((end) => pairTerm(index, syllables, end) ?? []);
  if (pairs.length === 0) return syllableTerm(index, syllables, at).frequency;
  return pairs.reduce((fit, { frequency }) => fit + (frequency > 0 ? 1000 + frequency : 0), 0);
};
