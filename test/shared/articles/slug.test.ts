import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slugOf } from '../../../shared/articles/slug.ts';

test.each([
  ['Phường Hạc Vân ra quân dọn vệ sinh', 'phuong-hac-van-ra-quan-don-ve-sinh'],
  ['Đường Bờ Kè: ĐÃ THÔNG XE', 'duong-bo-ke-da-thong-xe'],
  ['Kế hoạch 45/KH-UBND', 'ke-hoach-45-kh-ubnd'],
  ['“Ngày hội” – 100% hộ dân?', 'ngay-hoi-100-ho-dan'],
  ['Ð ð Ɖ ɖ Đ đ', 'd-d-d-d-d-d'],
  ['🎉🎉', 'tin'],
  ['a'.repeat(300), 'a'.repeat(80)],
  [`${'từ '.repeat(60)}`, `${'tu-'.repeat(27)}`.slice(0, -1)],
])('%s becomes %s', (title, slug) => {
  expect(slugOf(title)).toBe(slug);
});

test('maps every accented Vietnamese letter to its base letter, composed or not', () => {
  const plain = { a: 'aăâ', e: 'eê', i: 'i', o: 'oôơ', u: 'uư', y: 'y' };
  const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
  for (const [letter, vowels] of Object.entries(plain)) {
    for (const vowel of vowels) {
      for (const tone of tones) {
        for (const form of ['NFC', 'NFD'] as const) {
          const written = (vowel + tone).normalize(form);
          expect(slugOf(written)).toBe(letter);
          expect(slugOf(written.toUpperCase())).toBe(letter);
        }
      }
    }
  }
});

test('makes a path segment of at most 80 characters of any title', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (title) => {
      const slug = slugOf(title);
      expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(slug.length).toBeLessThanOrEqual(80);
    }),
  );
});
