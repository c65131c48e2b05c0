import fc from 'fast-check';
import { expect, onTestFinished, test, vi } from 'vitest';
import { html, line, lines } from '../../../shared/text/text-schemas.ts';

test.each([
  ['decomposed', 'Đường'.normalize('NFD'), 'Đường'],
  ['spaced and broken', '  Bến \t\n Hạc\u00a0 ', 'Bến Hạc'],
  ["Word's soft break", 'Bến\u000bHạc', 'Bến Hạc'],
])('normalizes a line that is %s', (_, input, output) => {
  expect(line(300).parse(input)).toBe(output);
});

test.each([
  ['nothing', ''],
  ['only spaces', ' \u00a0\u2003\n'],
  ['301 characters', 'ờ'.repeat(301)],
  ['a null', 'a\u0000b'],
  ['an escape', 'a\u001bb'],
  ['a noncharacter', 'a\ufffeb'],
  ['a noncharacter of the last plane', 'a\u{10ffff}b'],
  ['a noncharacter of the Arabic block', 'a\ufdd0b'],
  ['a C1 control', 'a\u0085b'],
  ['half of a pair', 'a\ud800b'],
  ['a number', 7],
])('refuses a line of %s', (_, input) => {
  expect(line(300).safeParse(input).success).toBe(false);
});

test('counts 300 characters as a reader does, in any encoding', () => {
  expect(line(300).safeParse('ờ'.normalize('NFD').repeat(300)).success).toBe(true);
  expect(line(300).safeParse('🎉'.repeat(300)).success).toBe(true);
});

test.each([
  ['a line', line(300), 3_001],
  ['lines', lines(300), 3_001],
  ['a body', html(300_000), 300_001],
])('asks the length of %s before it normalizes', (_, schema, length) => {
  const normalized = vi.spyOn(String.prototype, 'normalize');
  onTestFinished(() => normalized.mockRestore());
  for (const input of ['a'.repeat(length), '\u0301'.repeat(length), `a${'\u0301\u0323'.repeat(20)}`]) {
    expect(schema.safeParse(input).success).toBe(false);
  }
  expect(normalized).not.toHaveBeenCalled();
  expect(schema.safeParse(`a${'\u0301\u0323'.repeat(15)}`).success).toBe(true);
});

test('keeps line breaks', () => {
  expect(lines(300).parse(' a \r\n  b\rc ')).toBe('a\nb\nc');
});

test('measures a body in bytes and normalizes it to NFC', () => {
  expect(html(4).safeParse('ờ').success).toBe(true);
  expect(html(4).safeParse('ờờ').success).toBe(false);
  expect(html(100).parse('ờ'.normalize('NFD'))).toBe('ờ');
  expect(html(100).safeParse('\udc00').success).toBe(false);
});

test('is idempotent', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (input) => {
      const once = line(300, 0).safeParse(input);
      if (once.success) expect(line(300, 0).parse(once.data)).toBe(once.data);
    }),
  );
});
