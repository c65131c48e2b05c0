import { plainText } from '../text/plain-text.ts';

/**
 * Reading speed in English words a minute: https://doi.org/10.1016/j.jml.2019.104047. A Vietnamese word has one or several syllables;
 * counting each as a word overestimates the time rather than underestimating it.
 */
const wordsPerMinute = 238;

/** Minutes that a body takes to read, at least one. */
export const readingMinutes = (body: string): number =>
  Math.max(1, Math.round(plainText(body).split(' ').length / wordsPerMinute));
