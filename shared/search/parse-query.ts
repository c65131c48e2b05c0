import { type Syllable, syllablesOf } from '../text/fold.ts';

/** A syllable of a query; `follows` when it was typed right after the one before. */
export type QuerySyllable = Pick<Syllable, 'folded' | 'marks'> & { follows: boolean };

/** A parsed query. No part of it reaches FTS5 as a query expression. */
export type Query = {
  /** Syllables to match, in the order in which they were typed. */
  syllables: readonly QuerySyllable[];
  /** Phrases in quotation marks, which must occur as they are. */
  phrases: readonly (readonly QuerySyllable[])[];
  /** Words and phrases after a minus sign, which must not occur. */
  excluded: readonly (readonly QuerySyllable[])[];
};

/** Syllables of a query; further ones are ignored. */
const maxSyllables = 20;
const maxPhrases = 4;
const maxExcluded = 8;

const quotationMarks = /[“”„«»＂]/g;
/** An optional minus sign, then text in quotation marks (the last may be unclosed) or a word. */
const part = /([-−]?)(?:"([^"]*)"?|([^\s"]+))/g;

/** Parses a query: words, `"phrases"`, `-excluded` words and `-"phrases"`. Any text is a valid query; some are empty. */
export const parseSearchQuery = (text: string): Query => {
  const free: QuerySyllable[] = [];
  const phrases: QuerySyllable[][] = [];
  const excluded: QuerySyllable[][] = [];
  let follows = false;
  for (const [, minus, phrase, word = ''] of text.replace(quotationMarks, '"').matchAll(part)) {
    const syllables = syllablesOf(phrase ?? word).map(({ folded, marks }, index) => ({
      folded,
      marks,
      follows: index > 0,
    }));
    const [first] = syllables;
    if (!first) continue;
    if (minus) excluded.push(syllables);
    else if (phrase !== undefined) phrases.push(syllables);
    else free.push({ ...first, follows }, ...syllables.slice(1));
    follows = !minus && phrase === undefined;
  }
  return {
    syllables: free.slice(0, maxSyllables),
    phrases: phrases.slice(0, maxPhrases).map((phrase) => phrase.slice(0, maxSyllables)),
    excluded: excluded.slice(0, maxExcluded).map((phrase) => phrase.slice(0, maxSyllables)),
  };
};

/** Whether a query matches nothing. Exclusions alone are an empty query. */
export const isEmpty = ({ syllables, phrases }: Query) => syllables.length === 0 && phrases.length === 0;
