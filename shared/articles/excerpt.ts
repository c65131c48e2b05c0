import { plainText } from '../text/plain-text.ts';

const maxLength = 200;

/** The first 200 characters of a sanitized body as plain text, cut after a word: the summary of an article that has none. */
export const excerpt = (body: string): string => {
  const text = plainText(body);
  if (text.length <= maxLength) return text;
  return `${text
    .slice(0, text.lastIndexOf(' ', maxLength) + 1 || maxLength)
    .trimEnd()
    .toWellFormed()}…`;
};
