import { type Syllable, syllablesOf } from '../text/fold.ts';

/** A syllable of a query; `follows` when the one before it was typed right before it. */
export type QuerySyllable = Pick<Syllable, 'folded' | 'marks'> & { follows: boolean };

/** What a reader asks for. Nothing of it is ever handed to FTS5 as a query of its own. */
export type Query = {
  /** Syllables that should be there, in the order in which they were typed. */
  syllables: readonly QuerySyllable[];
  /** In quotation marks: must be there as they are. */
  phrases: readonly (readonly QuerySyllable[])[];
  /** After a minus sign: must not be there. */
  excluded: readonly (readonly QuerySyllable[])[];
};

/** Syllables that are looked for; what is typed after them says no more. */
const maxSyllables = 20;
const maxPhrases = 4;
const maxExcluded = 8;

const quotationMarks = /[“”„«»＂]/g;
/** A minus sign or none, then text in quotation marks (the last pair may be left open) or a word. */
const part = /([-−]?)(?:"([^"]*)"?|([^\s"]+))/g;

/** A query as it was typed: words, `"phrases"`, `-excluded` words and `-"phrases"`. Any text is a query; some ask for nothing. */
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

/** Whether a query asks for anything. What is only excluded does not. */
export const isEmpty = ({ syllables, phrases }: Query) => syllables.length === 0 && phrases.length === 0;
