import { syllablesOf } from '../text/fold.ts';
import { type Searchable, searchableBlocks } from './article-text.ts';

/** Separates blocks of text, so that no phrase matches across them. */
const boundary = 0;
/** Numbers from here on share one: Vietnamese has fewer syllables. */
const lastNumber = 0xffff;
const bytesPerWord = 2;

/** The folded syllables of an article, block by block. */
export const wordsOf = (article: Searchable & { title: string; summary: string }) =>
  [article.title, article.summary, ...searchableBlocks(article)].map((block) =>
    syllablesOf(block).map(({ folded }) => folded),
  );

/** Packs the words of an article as numbers of two bytes each, which tell whether words are adjacent. */
export const packWords = (
  blocks: readonly (readonly string[])[],
  numberOf: (folded: string) => number,
): Buffer => {
  const numbers = blocks.flatMap((block) => [...block.map(numberOf), boundary]);
  const packed = Buffer.alloc(numbers.length * bytesPerWord);
  for (const [at, number] of numbers.entries()) {
    packed.writeUInt16LE(Math.min(number, lastNumber), at * bytesPerWord);
  }
  return packed;
};

/** Whether packed words contain a sequence of words. 0 is a word that no article has. */
export const hasSequence = (packed: Uint8Array, numbers: readonly number[]): boolean => {
  if (numbers.includes(boundary)) return false;
  const words = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
  const wanted = packWords([numbers.map(String)], Number).subarray(0, numbers.length * bytesPerWord);
  for (let at = words.indexOf(wanted); at >= 0; at = words.indexOf(wanted, at + 1)) {
    if (at % bytesPerWord === 0) return true;
  }
  return false;
};
