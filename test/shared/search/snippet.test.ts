import fc from 'fast-check';
import { expect, test } from 'vitest';
import { highlightHtml } from '../../../functions/search/views/highlight.tsx';
import { excerpt } from '../../../shared/articles/excerpt.ts';
import { parseSearchQuery } from '../../../shared/search/parse-query.ts';
import { highlightTitle, snippetOf } from '../../../shared/search/snippet.ts';

const filler = (count: number) => Array.from({ length: count }, (_, n) => `chữ${n}`).join(' ');
const snippet = (body: string, query: string, summary = '') =>
  highlightHtml(snippetOf({ summary, body }, parseSearchQuery(query)));

test('highlights matches as the article spells them, however they were typed', () => {
  expect(snippet('<p>Sáng nay, lễ hội Hạc Vân mở cửa.</p>', 'le hoi hac van')).toBe(
    'Sáng nay, <mark>lễ hội Hạc Vân</mark> mở cửa.',
  );
});

test('highlights a common syllable only beside its neighbour in the query', () => {
  expect(snippet('<p>của dân, do dân, của chung</p>', 'cua dan')).toBe(
    '<mark>của dân</mark>, do dân, của chung',
  );
});

test('shows the part of a long article with the most matches', () => {
  const body = `<p>${filler(200)} lễ hội ${filler(100)} lễ hội đua thuyền ${filler(200)}</p>`;
  const html = snippet(body, 'lễ hội đua thuyền');
  expect(html).toContain('<mark>lễ hội đua thuyền</mark>');
  expect(html).toMatch(/^… chữ.* …$/);
  expect(html.length).toBeLessThan(400);
});

test('shows the beginning of an article without a match', () => {
  expect(snippet(`<p>${filler(300)}</p>`, 'khác', 'Tóm tắt.')).toMatch(/^Tóm tắt\. chữ0 .* …$/);
});

test.each([
  ['short', '<p>Chợ họp sáng mai.</p><p>Mời bà con.</p>'],
  ['long', `<p>${filler(30)}</p><p>${filler(30)}</p>`],
])('shows a %s text once when the summary is its beginning', (_, body) => {
  const html = snippet(body, 'khác', excerpt(body));
  expect(html.match(/Chợ họp|chữ0 /g)).toHaveLength(body.includes('Chợ') ? 1 : 2);
});

test('escapes text that looks like HTML', () => {
  expect(snippet('<p>a &lt;script&gt; b &amp; c</p>', 'script')).toBe('a &lt;<mark>script</mark>> b &amp; c');
});

test('highlights every match of a title, with the punctuation between', () => {
  expect(
    highlightHtml(highlightTitle('Hội đua thuyền: Lễ hội lớn', parseSearchQuery('"đua thuyền" lễ hội'))),
  ).toBe('Hội <mark>đua thuyền: Lễ hội</mark> lớn');
});

test('keeps the text of any title for any query, in segments that are not empty', () => {
  const text = fc.string({ unit: fc.constantFrom(...'aăbđ họ-",.<&\n'), maxLength: 80 });
  fc.assert(
    fc.property(text, text, (title, query) => {
      const segments = highlightTitle(title, parseSearchQuery(query));
      expect(segments.map((segment) => segment.text).join('')).toBe(title.replaceAll('\n', ' '));
      expect(segments.every((segment) => segment.text !== '')).toBe(true);
    }),
  );
});
