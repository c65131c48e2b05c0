import { foldSyllable } from '../text/fold.ts';
import { ftsToken } from './fts-expression.ts';
import { decodeWord, type InputMethod } from './input-methods.ts';
import type { QuerySyllable, SearchQuery } from './parse-query.ts';
import type { SearchIndex } from './search-index.ts';
import { exactKey } from './tokens.ts';

/** A query as its reader meant it, and the input method whose keys were typed for it. */
export type DecodedQuery = { query: SearchQuery; decodedFrom: InputMethod };

/**
 * Decodes the keys of Telex or VNI in a whole query; null when that makes no unknown syllable known. A syllable that some article
 * contains counts as typed on purpose ("was", "of"), unless others of the query are keys.
 */
export const decodeQuery = (index: SearchIndex, query: SearchQuery): DecodedQuery | null => {
  const unknown = wordsOf(query).filter(({ folded }) => !index.hasSyllable(folded));
  const gain = (method: InputMethod) =>
    unknown.filter((word) => isWritten(index, decodeSyllable(index, word, method))).length;
  const [best] = (['telex', 'vni'] as const)
    .map((method) => ({ method, gained: gain(method) }))
    .filter(({ gained }) => gained > 0)
    .sort((a, b) => b.gained - a.gained);
  if (!best) return null;
  const decode = (syllables: readonly QuerySyllable[]) =>
    syllables.map((syllable) => decodeSyllable(index, syllable, best.method) ?? syllable);
  return {
    query: {
      syllables: decode(query.syllables),
      phrases: query.phrases.map(decode),
      excluded: query.excluded.map(decode),
    },
    decodedFrom: best.method,
  };
};

/** The syllables that articles should contain. */
export const wordsOf = ({ syllables, phrases }: Pick<SearchQuery, 'syllables' | 'phrases'>) => [
  ...syllables,
  ...phrases.flat(),
];

/** The syllable for which keys were typed; null when they are none, or no article contains it in any spelling. */
const decodeSyllable = (
  index: SearchIndex,
  { written, isAdjacent }: QuerySyllable,
  method: InputMethod,
): QuerySyllable | null => {
  const decoded = decodeWord(written.toLowerCase(), method);
  if (decoded === null) return null;
  const syllable = { ...foldSyllable(decoded), written: decoded, isAdjacent };
  return index.hasSyllable(syllable.folded) ? syllable : null;
};

/** Whether some article contains the syllable with these diacritics. */
const isWritten = (index: SearchIndex, syllable: QuerySyllable | null) =>
  syllable !== null && index.documentFrequency(ftsToken('exactSyllable', exactKey(syllable)), 1) > 0;
