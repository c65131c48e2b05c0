import { syllablesOf } from '../text/fold.ts';
import { type SearchableArticle, searchableBlocks } from './article-text.ts';

/** Separates blocks of text, so that no phrase matches across them. */
const boundary = 0;
/** Syllables from this number on share it: only text in other languages has so many. */
const maxNumber = 0xffff;
const bytesPerNumber = 2;

/** The folded syllables of an article, block by block. */
export const syllableBlocks = (article: SearchableArticle & { title: string; summary: string }) =>
  [article.title, article.summary, ...searchableBlocks(article)].map((block) =>
    syllablesOf(block).map(({ folded }) => folded),
  );

/** Packs the syllables of an article, in order, as numbers of two bytes (little-endian) with a boundary after each block. */
export const packSequence = (
  blocks: readonly (readonly string[])[],
  numberOf: (folded: string) => number,
): Buffer => packNumbers(blocks.flatMap((block) => [...block.map(numberOf), boundary]));

const packNumbers = (numbers: readonly number[]): Buffer => {
  const packed = Buffer.alloc(numbers.length * bytesPerNumber);
  for (const [at, number] of numbers.entries()) {
    packed.writeUInt16LE(Math.min(number, maxNumber), at * bytesPerNumber);
  }
  return packed;
};

/** Whether a packed sequence contains the numbers side by side. 0 is the number of a syllable that no article contains. */
export const containsSequence = (packed: Uint8Array, numbers: readonly number[]): boolean => {
  if (numbers.includes(boundary)) return false;
  const sequence = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
  const searched = packNumbers(numbers);
  for (let at = sequence.indexOf(searched); at >= 0; at = sequence.indexOf(searched, at + 1)) {
    if (at % bytesPerNumber === 0) return true;
  }
  return false;
};
