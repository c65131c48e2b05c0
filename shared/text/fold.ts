/**
 * Folds text for search and slugs: plain ASCII, whatever the case, the normal form or the place of the tone. These are letters that
 * Unicode does not decompose, though a reader sees a plain letter with a mark: https://www.unicode.org/charts/PDF/U0100.pdf
 */
const undecomposed: Record<string, string> = { ø: 'o', ł: 'l', æ: 'ae', œ: 'oe', ß: 'ss', ı: 'i' };
/** đ and its look-alikes. */
const strokedD = new Set(['đ', 'ð', 'ɖ']);

/** Combining marks by their VNI digits: https://en.wikipedia.org/wiki/VNI#Input_method */
const toneDigits: Record<string, string> = {
  '\u0301': '1',
  '\u0300': '2',
  '\u0309': '3',
  '\u0303': '4',
  '\u0323': '5',
};
const shapeDigits: Record<string, string> = { '\u0302': '6', '\u031b': '7', '\u0306': '8' };
const strokeDigit = '9';

/** Characters of a folded syllable that are compared. */
const maxFoldedLength = 24;

export type Syllable = {
  /** Lower case ASCII letters and digits, with i for y where they are interchangeable: `duong`, `ti`. */
  folded: string;
  /** The written marks, tone last, so that its place in the syllable makes no difference: `d9u7o72`. Empty without marks. */
  marks: string;
  /** Its position in the text in UTF-16 units, end exclusive. */
  start: number;
  end: number;
};

// Letters, digits and combining marks. Everything else separates syllables.
const syllablePattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

/** The syllables of a text, in order. */
export const syllablesOf = (text: string): Syllable[] =>
  Array.from(text.matchAll(syllablePattern), ({ 0: written, index }) => ({
    ...foldSyllable(written),
    start: index,
    end: index + written.length,
  })).filter(({ folded }) => folded !== '');

/** Spellings with i or y are interchangeable: tỷ and tỉ, kỹ and kĩ, quý and quí. https://vi.wikipedia.org/wiki/Quy_tắc_đặt_i_và_y */
const alternatingY = /^(?:[hklmstv]|qu)y$/;

/** Memoized folds: a language has few syllables, and an index holds millions. */
const known = new Map<string, Pick<Syllable, 'folded' | 'marks'>>();
const maxKnown = 20_000;

/** Folds one word without white space. `folded` is empty for a word without letters and digits. */
export const foldSyllable = (word: string): Pick<Syllable, 'folded' | 'marks'> => {
  const before = known.get(word);
  if (before) return before;
  if (known.size === maxKnown) known.clear();
  const folded = fold(word);
  known.set(word, folded);
  return folded;
};

const fold = (word: string) => {
  const { plain, marks, others } = takeApart(word);
  if (alternatingY.test(plain)) return { folded: `${plain.slice(0, -1)}i`, marks: `y${marks}` };
  return { folded: (plain + others).slice(0, maxFoldedLength), marks };
};

/** The words of a text in lower case ASCII letters and digits, for a slug: y stays y, letters of other scripts are dropped. */
export const plainWords = (text: string): string[] =>
  Array.from(text.matchAll(syllablePattern), ([word]) => takeApart(word).plain).filter((word) => word !== '');

/** The plain letters of a word, its marks, and letters of other scripts as code points. */
const takeApart = (word: string) => {
  let plain = '';
  let marks = '';
  let tone = '';
  let others = '';
  for (const character of word.normalize('NFKD').toLowerCase()) {
    if (/[a-z0-9]/.test(character)) plain += character;
    else if (strokedD.has(character)) {
      plain += 'd';
      marks += `d${strokeDigit}`;
    } else if (toneDigits[character]) tone = toneDigits[character];
    else if (shapeDigits[character]) marks += plain.slice(-1) + shapeDigits[character];
    else if (undecomposed[character]) plain += undecomposed[character];
    else if (/[\p{L}\p{N}]/u.test(character)) others += `x${character.codePointAt(0)?.toString(16)}`;
  }
  return { plain, marks: marks + tone, others };
};
