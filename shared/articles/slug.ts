import { asciiWords } from '../text/fold.ts';

const maxLength = 80;

/**
 * A title as a path segment: lower case ASCII letters and digits joined by hyphens, at most 80 characters, cut between words.
 * `tin` when nothing of the title is left, so that a path never ends before its id.
 */
export const slugOf = (title: string): string => {
  const words = asciiWords(title);
  let slug = (words[0] ?? 'tin').slice(0, maxLength);
  for (const word of words.slice(1)) {
    if (slug.length + 1 + word.length > maxLength) break;
    slug += `-${word}`;
  }
  return slug;
};
