import { syllablesOf } from './fold.ts';

/** A test for texts with all of some words: in any order, with diacritics or without, each perhaps only begun. Null without words. */
export const wordTest = (words: string): ((text: string) => boolean) | null => {
  const wanted = syllablesOf(words).map(({ folded }) => folded);
  if (wanted.length === 0) return null;
  return (text) => {
    const syllables = syllablesOf(text);
    return wanted.every((word) => syllables.some(({ folded }) => folded.startsWith(word)));
  };
};
