import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asciiWords, foldSyllable, syllablesOf } from '../../../shared/text/fold.ts';

const keyOf = (word: string) => {
  const { folded, marks } = foldSyllable(word);
  return `${folded}|${marks}`;
};

test.each([
  ['đường', 'duong|d9u7o72'],
  ['Phố', 'pho|o61'],
  ['NGHỊ', 'nghi|5'],
  ['bắc', 'bac|a81'],
  ['bác', 'bac|1'],
  ['thuở', 'thuo|o73'],
  ['khuya', 'khuya|'],
  ['bo', 'bo|'],
  ['2021', '2021|'],
  ['m²', 'm2|'],
  ['ﬁ', 'fi|'],
  ['Straße', 'strasse|'],
  ['Łódź', 'lodz|1'],
  ['Москва', 'x43cx43ex441x43ax432x430'.slice(0, 24).concat('|')],
])('folds %s to %s', (word, key) => {
  expect(keyOf(word)).toBe(key);
});

test.each([
  ['hoà', 'hòa'],
  ['thuý', 'thúy'],
  ['uỷ', 'ủy'],
  ['khoẻ', 'khỏe'],
  ['Việt', 'Vịêt'],
  ['đ', 'Đ'],
  ['đ', 'ð'],
  ['đ', 'Ð'],
  ['đ', 'Ɖ'],
  ['đ', 'ɖ'],
])('folds %s and %s alike', (one, other) => {
  expect(keyOf(one)).toBe(keyOf(other));
});

test.each([
  ['tỷ', 'tỉ'],
  ['kỹ', 'kĩ'],
  ['sỹ', 'sĩ'],
  ['mỹ', 'mĩ'],
  ['lý', 'lí'],
  ['hy', 'hi'],
  ['vỹ', 'vĩ'],
  ['quý', 'quí'],
])('folds %s like %s, with other marks', (y, i) => {
  expect(foldSyllable(y).folded).toBe(foldSyllable(i).folded);
  expect(keyOf(y)).not.toBe(keyOf(i));
});

test.each([
  ['tay', 'tai'],
  ['thuý', 'thúi'],
  ['ây', 'âi'],
  ['nguy', 'ngui'],
])('keeps %s apart from %s', (y, i) => {
  expect(foldSyllable(y).folded).not.toBe(foldSyllable(i).folded);
});

/** The twelve vowels and the six tones: https://vi.wikipedia.org/wiki/Chữ_Quốc_ngữ */
const vowels = ['a', 'ă', 'â', 'e', 'ê', 'i', 'o', 'ô', 'ơ', 'u', 'ư', 'y'];
const tones = { '': '', '\u0301': '1', '\u0300': '2', '\u0309': '3', '\u0303': '4', '\u0323': '5' };
const initials = ['', 'b', 'đ', 'ngh', 'tr'];
/** Nuclei of two vowels: the tone may be written on either. */
const nuclei = ['oa', 'oe', 'uy', 'uê', 'uâ', 'iê', 'yê', 'uô', 'ươ', 'ia', 'ua', 'ưa'];

test('folds every vowel with every tone alike in every normal form, case and order of marks', () => {
  for (const initial of initials) {
    for (const vowel of vowels) {
      for (const [tone, digit] of Object.entries(tones)) {
        const written = initial + vowel + tone;
        const key = keyOf(written.normalize('NFC'));
        expect(key.endsWith(digit)).toBe(true);
        expect(key).toMatch(/^[a-z]+\|[a-z0-9]*$/);
        const [letter = '', ...marks] = (vowel + tone).normalize('NFD');
        const forms = [
          ...(['NFC', 'NFD', 'NFKC', 'NFKD'] as const).map((form) => written.normalize(form)),
          initial + letter + marks.toReversed().join(''),
        ];
        for (const form of forms) expect([keyOf(form), keyOf(form.toUpperCase())]).toEqual([key, key]);
      }
    }
  }
});

test('folds a syllable alike wherever its tone is written', () => {
  for (const nucleus of nuclei) {
    for (const tone of Object.keys(tones)) {
      const [first = '', second = ''] = nucleus;
      const placements = [
        `h${first}${tone}${second}n`,
        `h${first}${second}${tone}n`,
        `h${first}${second}n${tone}`,
      ];
      for (const form of ['NFC', 'NFD'] as const) {
        expect(new Set(placements.map((placement) => keyOf(placement.normalize(form)))).size).toBe(1);
      }
    }
  }
});

test('gives every vowel and tone marks of its own over the same letters', () => {
  const readings = vowels
    .slice(0, 3)
    .flatMap((vowel) => Object.keys(tones).map((tone) => foldSyllable(`b${vowel}${tone}c`)));
  expect(new Set(readings.map(({ folded }) => folded))).toEqual(new Set(['bac']));
  expect(new Set(readings.map(({ marks }) => marks)).size).toBe(18);
});

test('finds syllables of plain ASCII at increasing positions in any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      let end = 0;
      for (const { folded, marks, ...at } of syllablesOf(text)) {
        expect(folded).toMatch(/^[a-z0-9]{1,24}$/);
        expect(marks).toMatch(/^[a-z0-9]*$/);
        expect(at.start).toBeGreaterThanOrEqual(end);
        expect(at.end).toBeGreaterThan(at.start);
        end = at.end;
      }
    }),
  );
});

test('folds text alike in every normal form', () => {
  const keys = (text: string) => syllablesOf(text).map(({ folded, marks }) => `${folded}|${marks}`);
  const letters = fc.constantFrom(...'aăâeêioôơuưyđbcghklmnpqrstvx \u0301\u0300\u0309\u0303\u0323-,');
  fc.assert(
    fc.property(fc.string({ unit: letters, maxLength: 40 }), (text) => {
      expect(keys(text.normalize('NFD'))).toEqual(keys(text.normalize('NFC')));
    }),
  );
});

test('splits codes and numbers into syllables', () => {
  expect(syllablesOf('Nghị quyết 09-NQ/TW, 12/2021').map(({ folded }) => folded)).toEqual(
    'nghi quyet 09 nq tw 12 2021'.split(' '),
  );
});

test('keeps y in slugs and drops other scripts', () => {
  expect(asciiWords('Kỹ sư Lý – 北京 Đỗ')).toEqual(['ky', 'su', 'ly', 'do']);
});
