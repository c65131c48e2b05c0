import { plainText } from '../text/plain-text.ts';

/**
 * What people read in a minute of prose, in words of English: https://doi.org/10.1016/j.jml.2019.104047. A Vietnamese word is
 * written as one syllable or several; taking each for a word errs towards more time, not less.
 */
const wordsPerMinute = 238;

/** Minutes that a body takes to read, at least one. */
export const readingMinutes = (body: string): number =>
  Math.max(1, Math.round(plainText(body).split(' ').length / wordsPerMinute));
