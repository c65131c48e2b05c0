import fc from 'fast-check';
import { expect, test } from 'vitest';
import { excerpt } from '../../../shared/articles/excerpt.ts';

test.each([
  ['<p>Một</p><p>hai.</p>', 'Một hai.'],
  ['<p>Một <strong>hai</strong>, ba</p>', 'Một hai, ba'],
  ['<p>1 &lt; 2 &amp; &quot;3&quot;</p>', '1 < 2 & "3"'],
  ['', ''],
  [`<p>${'từ '.repeat(100)}</p>`, `${'từ '.repeat(67).trim()}…`],
  [`<p>${'x'.repeat(300)}</p>`, `${'x'.repeat(200)}…`],
])('%s', (body, expected) => {
  expect(excerpt(body)).toBe(expected);
});

test('returns a short, well-formed excerpt', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (body) => {
      expect(excerpt(body).length).toBeLessThanOrEqual(201);
      expect(excerpt(body).isWellFormed()).toBe(true);
    }),
  );
});
