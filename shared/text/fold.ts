/**
 * Folds Vietnamese text for search and slugs: to plain ASCII, independent of case, Unicode normal form and where the tone mark is
 * placed in a syllable.
 */

/** Letters that Unicode does not decompose, by their plain form: https://www.unicode.org/charts/PDF/U0100.pdf */
const asciiEquivalents: Record<string, string> = { ø: 'o', ł: 'l', æ: 'ae', œ: 'oe', ß: 'ss', ı: 'i' };
/** đ and the letters that are typed or pasted for it. */
const strokedDs = new Set(['đ', 'ð', 'ɖ']);

/** Combining marks as VNI types them: https://en.wikipedia.org/wiki/VNI#Input_method */
const toneDigits: Record<string, string> = {
  '\u0301': '1',
  '\u0300': '2',
  '\u0309': '3',
  '\u0303': '4',
  '\u0323': '5',
};
const vowelDigits: Record<string, string> = { '\u0302': '6', '\u031b': '7', '\u0306': '8' };
const strokeDigit = '9';

/** Characters of a folded syllable, at most, and of what is folded to one. No Vietnamese syllable is nearly so long. */
const maxFoldedLength = 24;
const maxWrittenLength = 100;

export type FoldedSyllable = {
  /** Lower-case ASCII letters and digits, with i for an interchangeable y: `duong`, `ti`. */
  folded: string;
  /** Diacritics in VNI notation, the tone last wherever it was written: `d9u7o72`. Begins with y where that was folded to i. */
  marks: string;
};

export type Syllable = FoldedSyllable & {
  /** Position in the text in UTF-16 code units, `end` excluded. */
  start: number;
  end: number;
};

// Letters, digits and their combining marks. Everything else separates syllables.
const syllablePattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

/** The syllables of a text, in order. */
export const syllablesOf = (text: string): Syllable[] =>
  Array.from(text.matchAll(syllablePattern), ({ 0: written, index }) => ({
    ...foldSyllable(written),
    start: index,
    end: index + written.length,
  })).filter(({ folded }) => folded !== '');

/** Syllables spelt with i or y alike: tỷ and tỉ, kỹ and kĩ, quý and quí. https://vi.wikipedia.org/wiki/Quy_tắc_đặt_i_và_y */
const interchangeableY = /^(?:[hklmstv]|qu)y$/;

/** Folded syllables by their written form: a language has few, and an index contains millions. Independent of the site. */
const foldCache = new Map<string, FoldedSyllable>();
const maxCached = 20_000;

/** Folds one word without white space. `folded` is empty for a word without letters and digits. */
export const foldSyllable = (word: string): FoldedSyllable => {
  const written = word.slice(0, maxWrittenLength);
  const cached = foldCache.get(written);
  if (cached) return cached;
  if (foldCache.size === maxCached) foldCache.clear();
  const folded = fold(written);
  foldCache.set(written, folded);
  return folded;
};

const fold = (word: string): FoldedSyllable => {
  const { plain, marks, foreign } = decompose(word);
  if (interchangeableY.test(plain)) return { folded: `${plain.slice(0, -1)}i`, marks: `y${marks}` };
  return { folded: (plain + foreign).slice(0, maxFoldedLength), marks };
};

/** The words of a text in lower-case ASCII letters and digits, for slugs: y stays y, letters of other scripts are dropped. */
export const asciiWords = (text: string): string[] =>
  Array.from(text.matchAll(syllablePattern), ([word]) => decompose(word).plain).filter((word) => word !== '');

/** Splits a word into its plain letters, its diacritics, and its letters of other scripts as code points (`x43c`). */
const decompose = (word: string) => {
  let plain = '';
  let marks = '';
  let tone = '';
  let foreign = '';
  for (const character of word.normalize('NFKD').toLowerCase()) {
    if (/[a-z0-9]/.test(character)) plain += character;
    else if (strokedDs.has(character)) {
      plain += 'd';
      marks += `d${strokeDigit}`;
    } else if (toneDigits[character]) tone = toneDigits[character];
    else if (vowelDigits[character]) marks += plain.slice(-1) + vowelDigits[character];
    else if (asciiEquivalents[character]) plain += asciiEquivalents[character];
    else if (/[\p{L}\p{N}]/u.test(character)) foreign += `x${character.codePointAt(0)?.toString(16)}`;
  }
  return { plain, marks: marks + tone, foreign };
};
