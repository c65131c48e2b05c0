import { syllablesOf } from '../text/fold.ts';
import { type Searchable, searchableBlocks } from './article-text.ts';

/** Stands between blocks of text, so that nothing is found across them. */
const boundary = 0;
/** Numbers from here on share one: there are not so many syllables but in what is no Vietnamese. */
const lastNumber = 0xffff;
const bytesPerWord = 2;

/** The folded syllables of an article, block by block. */
export const wordsOf = (article: Searchable & { title: string; summary: string }) =>
  [article.title, article.summary, ...searchableBlocks(article)].map((block) =>
    syllablesOf(block).map(({ folded }) => folded),
  );

/** The words of an article as numbers of two bytes each: what tells whether some of them stand together. */
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

/** Whether packed words hold these, one right after the other. 0 is a word that nothing holds. */
export const isPacked = (packed: Uint8Array, numbers: readonly number[]): boolean => {
  if (numbers.includes(boundary)) return false;
  const words = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
  const wanted = packWords([numbers.map(String)], Number).subarray(0, numbers.length * bytesPerWord);
  for (let at = words.indexOf(wanted); at >= 0; at = words.indexOf(wanted, at + 1)) {
    if (at % bytesPerWord === 0) return true;
  }
  return false;
};
