import { isVietnameseShape } from './syllable-shape.ts';

/**
 * Reads a word that was typed for an input method which was switched off: `phuwowng` or `phu7o7ng` for phương. Keys may follow
 * their vowel or end the word. https://en.wikipedia.org/wiki/Telex_(input_method), https://en.wikipedia.org/wiki/VNI
 */
export type InputMethod = 'telex' | 'vni';

const acute = '\u0301';
const grave = '\u0300';
const hook = '\u0309';
const tilde = '\u0303';
const dot = '\u0323';
const circumflex = '\u0302';
const breve = '\u0306';
const horn = '\u031b';
const stroke = '\u0335';

type Letter = { base: string; mark: string };
type Typed = { letters: Letter[]; tone: string };

const toneKeys: Record<string, string> = {
  ...{ s: acute, f: grave, r: hook, x: tilde, j: dot },
  ...{ 1: acute, 2: grave, 3: hook, 4: tilde, 5: dot },
};

/** The word in NFC; null when it has no key of the input method, or is no Vietnamese syllable then. */
export const decodeWord = (word: string, method: InputMethod): string | null => {
  if (!(method === 'telex' ? /^[a-z]+$/ : /^[a-z]+[a-z1-9]+$/).test(word)) return null;
  const typed: Typed = { letters: [], tone: '' };
  const press = method === 'telex' ? pressTelex : pressVni;
  let hasKeys = false;
  for (const key of word) {
    if (press(typed, key)) hasKeys = true;
    else typed.letters.push({ base: key, mark: '' });
  }
  const bases = typed.letters.map(({ base }) => base).join('');
  return hasKeys && isVietnameseShape(bases) ? written(typed, bases) : null;
};

/** Applies a key to the letters before it; false when it is a letter of its own. */
const pressTelex = (typed: Typed, key: string): boolean => {
  const { letters } = typed;
  if (/[sfrxj]/.test(key)) return setTone(typed, key);
  if (key === 'd') return mark(initialD(letters), stroke);
  if (/[aeo]/.test(key)) return mark(lastOf(letters, key), circumflex);
  if (key !== 'w') return false;
  if (letters.length > 0 && !letters.some(isVowel)) return letters.push({ base: 'u', mark: horn }) > 0;
  const a = lastOf(letters, 'a');
  const isUa = a !== undefined && lastOf(letters, 'u') === letters[letters.indexOf(a) - 1];
  return a && !isUa ? mark(a, breve) : markHorn(letters);
};

const pressVni = (typed: Typed, key: string): boolean => {
  const { letters } = typed;
  if (/[1-5]/.test(key)) return setTone(typed, key);
  if (key === '6') return mark(lastOf(letters, 'aeo'), circumflex);
  if (key === '7') return markHorn(letters);
  if (key === '8') return mark(lastOf(letters, 'a'), breve);
  return key === '9' && mark(initialD(letters), stroke);
};

const isVowel = ({ base }: Letter) => /[aeiouy]/.test(base);

const setTone = (typed: Typed, key: string): boolean => {
  if (typed.tone || !typed.letters.some(isVowel)) return false;
  typed.tone = toneKeys[key] ?? '';
  return true;
};

const mark = (letter: Letter | undefined, added: string): boolean => {
  if (!letter) return false;
  letter.mark = added;
  return true;
};

const initialD = ([first]: readonly Letter[]) => (first?.base === 'd' && !first.mark ? first : undefined);

/** The last letter of some that has no mark yet; the u of qu is no vowel. */
const lastOf = (letters: readonly Letter[], bases: string) =>
  letters.findLast(
    ({ base, mark: marked }, at) =>
      bases.includes(base) && !marked && !(base === 'u' && letters[at - 1]?.base === 'q'),
  );

/** Marks ơ, ư or both of ươ. */
const markHorn = (letters: readonly Letter[]): boolean => {
  const o = lastOf(letters, 'o');
  const u = letters.find(
    (letter, at) => letter.base === 'u' && !letter.mark && letters[at - 1]?.base !== 'q',
  );
  const isMarked = mark(o, horn);
  return (!o || letters[letters.indexOf(o) - 1] === u) && mark(u, horn) ? true : isMarked;
};

const written = ({ letters, tone }: Typed, bases: string): string => {
  // "thuở" ends with ơ; ươ is always followed by another letter.
  const isOpen = bases.endsWith('uo') && letters.at(-1)?.mark === horn;
  const toned = toneAt(letters, bases);
  const text = letters.map(({ base, mark: marked }, at) => {
    if (marked === stroke) return 'đ';
    const isPlain = isOpen && at === letters.length - 2;
    return base + (isPlain ? '' : marked) + (at === toned ? tone : '');
  });
  return text.join('').normalize('NFC');
};

/** The letter that carries the tone: the last one with a mark, else the last vowel before a consonant, else the last but one. */
const toneAt = (letters: readonly Letter[], bases: string): number => {
  const marked = letters.findLastIndex((letter) => isVowel(letter) && letter.mark !== '');
  if (marked >= 0) return marked;
  const first = bases.search(/(?<=^qu|^gi)[aeiouy]|(?!^qu|^gi[aeouy])(?<!^q|^g(?=i[aeouy]))[aeiouy]/);
  const last = letters.findLastIndex(isVowel);
  return last < letters.length - 1 ? last : Math.max(first, last - 1);
};
