import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { expect, test } from 'vitest';
import { sanitizeBody } from '../../../functions/articles/sanitize-body.ts';
import { elementsOf } from '../../../shared/articles/body-elements.ts';

/** The same by an HTML parser. */
const parsedElementsOf = (body: string): string[] => {
  const elements: string[] = [];
  let depth = 0;
  let from = 0;
  const cut = (at: number) => {
    if (body.slice(from, at).trim() !== '') elements.push(body.slice(from, at));
    from = at;
  };
  const parser = new Parser({
    onopentag() {
      if (depth === 0) cut(parser.startIndex);
      depth += 1;
    },
    onclosetag() {
      depth -= 1;
      if (depth === 0) cut(parser.endIndex + 1);
    },
  });
  parser.end(body);
  cut(body.length);
  return elements;
};

const demo = new URL('../../../infra/demo/articles/', import.meta.url);
const picture = '<img src="/images/01kb0000000000000000000000">';
const piece = fc.constantFrom(
  ...[
    '<p>',
    '</p>',
    '<h2>',
    '</h2>',
    '<ul><li>',
    '</li></ul>',
    '<table><tr><th scope="row">',
    '</th></tr></table>',
  ],
  ...[
    '<figure>',
    picture,
    '<figcaption>',
    '</figcaption></figure>',
    '<br>',
    '<hr>',
    '<blockquote>',
    '</blockquote>',
  ],
  ...[
    '<a href="https://a.vn/?q=&quot;&gt;">',
    '</a>',
    '<strong>',
    '</strong>',
    'chữ ',
    ' ',
    '\n',
    '1 &lt; 2 &gt; 0',
    '<',
    '>',
  ],
);

test('the outermost elements of demonstration bodies are those that an HTML parser finds', () => {
  const bodies = readdirSync(demo).map(
    (name) => sanitizeBody(readFileSync(new URL(name, demo), 'utf8')).body,
  );
  expect(bodies.length).toBeGreaterThan(30);
  for (const body of bodies) expect(elementsOf(body)).toEqual(parsedElementsOf(body));
});

test('the outermost elements of any sanitized body are those that an HTML parser finds', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const { body } = sanitizeBody(pieces.join(''));
      expect(elementsOf(body)).toEqual(parsedElementsOf(body));
    }),
    { numRuns: 500 },
  );
});
