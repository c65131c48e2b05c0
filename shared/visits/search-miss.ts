import { asciiWords } from '../text/fold.ts';

/** Characters of a folded query, at most: longer ones are pasted text. */
const maxQueryLength = 80;
/** Digits of a telephone, identity or account number, whatever is written between them. Numbers of documents (`123/2025`) have fewer. */
const longNumber = /\d(?:[\s.()-]*\d){6}|\d(?:[\s.()/-]*\d){7}/;

/**
 * A query without results as it may be stored: its words, folded and in lower case. Null for one without words, a long one, and one
 * that may name a person by a number or an e-mail address.
 */
export const storableQuery = (text: string): string | null => {
  const plain = text.normalize('NFKC');
  if (plain.includes('@') || longNumber.test(plain)) return null;
  const query = asciiWords(plain).join(' ');
  return query === '' || query.length > maxQueryLength ? null : query;
};
