import { type FoldedSyllable, syllablesOf } from '../text/fold.ts';

/** A syllable of a query, as it is written. `isAdjacent` when it was typed right after the one before it. */
export type QuerySyllable = FoldedSyllable & { written: string; isAdjacent: boolean };

/** A parsed query. No text of a reader ever reaches FTS5's own query syntax. */
export type SearchQuery = {
  /** Syllables outside quotation marks, in the order typed. Articles should contain them. */
  syllables: readonly QuerySyllable[];
  /** Text in quotation marks. Articles must contain each phrase as it is. */
  phrases: readonly (readonly QuerySyllable[])[];
  /** Words and phrases after a minus sign. Articles must not contain them. */
  excluded: readonly (readonly QuerySyllable[])[];
};

/** Limits of a query, beyond which the rest is ignored. */
const maxSyllables = 20;
const maxPhrases = 4;
const maxExcluded = 8;

const quotationMarks = /[“”„«»＂]/g;
/**
 * An optional minus sign, then text in quotation marks (the closing mark may be missing) or a word. Before a digit it belongs to
 * the text: -2 độ.
 */
const queryPart = /([-−](?!\d))?(?:"([^"]*)"?|([^\s"]+))/g;

/** Parses words, `"phrases"`, `-excluded` words and `-"phrases"`. Any text is a valid query, though it may be empty. */
export const parseSearchQuery = (text: string): SearchQuery => {
  const free: QuerySyllable[] = [];
  const phrases: QuerySyllable[][] = [];
  const excluded: QuerySyllable[][] = [];
  let isAdjacent = false;
  for (const [, minus, phrase, word = ''] of text.replace(quotationMarks, '"').matchAll(queryPart)) {
    const syllables = querySyllables(phrase ?? word);
    const [first] = syllables;
    if (!first) continue;
    if (minus) excluded.push(syllables);
    else if (phrase !== undefined) phrases.push(syllables);
    else free.push({ ...first, isAdjacent }, ...syllables.slice(1));
    isAdjacent = !minus && phrase === undefined;
  }
  const limited = (phrase: readonly QuerySyllable[]) => phrase.slice(0, maxSyllables);
  return {
    syllables: limited(free),
    phrases: phrases.slice(0, maxPhrases).map(limited),
    excluded: excluded.slice(0, maxExcluded).map(limited),
  };
};

const querySyllables = (text: string): QuerySyllable[] =>
  syllablesOf(text).map(({ folded, marks, start, end }, index) => ({
    folded,
    marks,
    written: text.slice(start, end),
    isAdjacent: index > 0,
  }));

/** Whether a query has nothing to search for. Exclusions alone find nothing. */
export const isEmptyQuery = ({ syllables, phrases }: SearchQuery) =>
  syllables.length === 0 && phrases.length === 0;
