import type { Sampler } from './sampler.ts';

/** Keys of combining marks: https://en.wikipedia.org/wiki/Telex_(input_method) and https://en.wikipedia.org/wiki/VNI */
const tones = {
  telex: { '\u0301': 's', '\u0300': 'f', '\u0309': 'r', '\u0303': 'x', '\u0323': 'j' },
  vni: { '\u0301': '1', '\u0300': '2', '\u0309': '3', '\u0303': '4', '\u0323': '5' },
} as const;
const vniVowels = { '\u0302': '6', '\u031b': '7', '\u0306': '8' } as const;

/** The keys of a word in Telex, as they reach a page without an input method. The tone comes last or after its vowel. */
export const toTelex = (word: string, sampler: Sampler) =>
  keysOf(word, sampler, tones.telex, (letter, mark) => (mark === '\u0302' ? letter : 'w'), 'dd');

/** The keys of a word in VNI. */
export const toVni = (word: string, sampler: Sampler) =>
  keysOf(word, sampler, tones.vni, (_, mark) => vniVowels[mark as keyof typeof vniVowels], 'd9');

const keysOf = (
  word: string,
  sampler: Sampler,
  toneKeys: Record<string, string>,
  vowelKey: (letter: string, mark: string) => string,
  strokedD: string,
) => {
  const isToneLast = sampler.chance(0.7);
  let keys = '';
  let tone = '';
  for (const character of word.toLowerCase().normalize('NFD')) {
    const toneKey = toneKeys[character];
    if (toneKey && isToneLast) tone = toneKey;
    else if (toneKey) keys += toneKey;
    else if (character === 'đ') keys += strokedD;
    else keys += /\p{M}/u.test(character) ? vowelKey(keys.slice(-1), character) : character;
  }
  return keys + tone;
};
