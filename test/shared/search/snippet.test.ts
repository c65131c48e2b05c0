import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markedHtml } from '../../../functions/search/views/marked.tsx';
import { parseSearchQuery } from '../../../shared/search/parse-query.ts';
import { markedTitle, snippetOf } from '../../../shared/search/snippet.ts';

const filler = (count: number) => Array.from({ length: count }, (_, n) => `chữ${n}`).join(' ');
const snippet = (body: string, query: string, summary = '') =>
  markedHtml(snippetOf({ summary, body }, parseSearchQuery(query)));

test('what was looked for stands out, as it is written, however it was typed', () => {
  expect(snippet('<p>Sáng nay, lễ hội Hạc Vân mở cửa.</p>', 'le hoi hac van')).toBe(
    'Sáng nay, <mark>lễ hội Hạc Vân</mark> mở cửa.',
  );
});

test('a word that every article has stands out only beside its neighbour', () => {
  expect(snippet('<p>của dân, do dân, của chung</p>', 'cua dan')).toBe(
    '<mark>của dân</mark>, do dân, của chung',
  );
});

test('of a long article the part is shown that tells most', () => {
  const body = `<p>${filler(200)} lễ hội ${filler(100)} lễ hội đua thuyền ${filler(200)}</p>`;
  const html = snippet(body, 'lễ hội đua thuyền');
  expect(html).toContain('<mark>lễ hội đua thuyền</mark>');
  expect(html).toMatch(/^… chữ.* …$/);
  expect(html.length).toBeLessThan(400);
});

test('without a match it shows how the article begins', () => {
  expect(snippet(`<p>${filler(300)}</p>`, 'khác', 'Tóm tắt.')).toMatch(/^Tóm tắt\. chữ0 .* …$/);
});

test('text is text: what looks like HTML is escaped', () => {
  expect(snippet('<p>a &lt;script&gt; b &amp; c</p>', 'script')).toBe('a &lt;<mark>script</mark>> b &amp; c');
});

test('a title is marked whole', () => {
  expect(markedHtml(markedTitle('Hội đua thuyền: Lễ hội lớn', parseSearchQuery('"đua thuyền" lễ hội')))).toBe(
    'Hội <mark>đua thuyền: Lễ hội</mark> lớn',
  );
});

test('whatever the text and the query, a title is shown as it is, and a snippet is short', () => {
  const text = fc.string({ unit: fc.constantFrom(...'aăbđ họ-",.<&\n'), maxLength: 80 });
  fc.assert(
    fc.property(text, text, (title, query) => {
      const pieces = markedTitle(title, parseSearchQuery(query));
      expect(pieces.map((piece) => piece.text).join('')).toBe(title.replaceAll('\n', ' '));
      expect(pieces.every((piece) => piece.text !== '')).toBe(true);
    }),
  );
});
