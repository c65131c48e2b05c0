import fc from 'fast-check';
import { sanitizeBody } from '../../../../../functions/articles/sanitize-body.ts';

const imageIds = ['01kb0000000000000000000000', '01kb0000000000000000000001'];

const text = fc.oneof(
  fc.constantFrom(
    'chữ',
    ' ',
    '\n',
    '\n  ',
    ' a ',
    ' ',
    '&nbsp;',
    'x &amp; y',
    '1 &lt; 2',
    '"',
    '&copy;',
    'tab\tchữ',
    '&#13;',
    '&amp;lt;',
  ),
  fc.string({ maxLength: 5, unit: 'grapheme' }),
);

const attributes: Record<string, fc.Arbitrary<string>> = {
  a: fc.constantFrom(
    ' href="/thong-bao"',
    ' href="https://example.com/?a=1&amp;b=2"',
    ' href="mailto:a@b.vn"',
    '',
    ' href="javascript:x"',
    ' href=""',
    ' href="#x"',
    ' href="tel:1"',
    ' href="a b.html"',
  ),
  ol: fc.constantFrom('', ' start="3"', ' start=""', ' start="x"', ' start="-1"'),
  th: fc.constantFrom(
    '',
    ' scope="col"',
    ' scope="row" colspan="2"',
    ' colspan="1"',
    ' rowspan="2"',
    ' scope=""',
  ),
  td: fc.constantFrom(
    '',
    ' colspan="3"',
    ' rowspan="2"',
    ' rowspan="0"',
    ' colspan="x"',
    ' colspan="1" rowspan="1"',
    ' rowspan="9"',
  ),
};

const names = [
  ...['p', 'p', 'p', 'h2', 'h3', 'h4', 'ul', 'ol', 'li', 'li', 'blockquote', 'div', 'h1', 'b', 'span'],
  ...['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'tr', 'th', 'td', 'td'],
  ...['a', 'strong', 'em', 'sub', 'sup', 'figure', 'figcaption'],
];

const voidElement = fc.oneof(
  fc.constantFrom('<br>', '<br/>', '<hr>', '<img src="https://example.com/a.png">'),
  fc.constantFrom(...imageIds).map((id) => `<img src="/images/${id}" alt="a">`),
);

const written = (name: string, content: string) =>
  (attributes[name] ?? fc.constant('')).map((given) => `<${name}${given}>${content}</${name}>`);

/** Any element in any other. */
const { anything } = fc.letrec<{ anything: string; element: string }>((tie) => ({
  anything: fc.oneof({ maxDepth: 4, depthSize: 'small' }, text, voidElement, tie('element'), tie('element')),
  element: fc
    .tuple(fc.constantFrom(...names), fc.array(tie('anything'), { maxLength: 4 }))
    .chain(([name, content]) => written(name, content.join(''))),
}));

const of = (name: string, content: fc.Arbitrary<string>, range = { maxLength: 3 } as fc.ArrayConstraints) =>
  fc.array(content, range).chain((parts) => written(name, parts.join('')));

const inline = fc.letrec<{ inline: string }>((tie) => ({
  inline: fc.oneof(
    { maxDepth: 3 },
    text,
    voidElement,
    fc
      .tuple(fc.constantFrom('a', 'strong', 'em', 'sub', 'sup'), fc.array(tie('inline'), { maxLength: 3 }))
      .chain(([name, content]) => written(name, content.join(''))),
  ),
})).inline;

const space = fc.constantFrom('', '\n', '\n  ');
const spaced = (content: fc.Arbitrary<string>) => fc.tuple(space, content).map((parts) => parts.join(''));
const flow = fc.oneof(inline, of('p', inline), of('ul', of('li', inline)));
const row = spaced(
  of('tr', spaced(fc.oneof(of('td', flow), of('th', inline))), { minLength: 1, maxLength: 4 }),
);

/** What an article is made of, as people and older sites write it. */
const likely = fc.oneof(
  of('p', inline),
  of('h2', inline),
  of('ul', spaced(of('li', flow))),
  of('ol', spaced(of('li', flow))),
  of('blockquote', flow),
  fc
    .tuple(
      fc.option(of('caption', inline, { maxLength: 2 }), { nil: '' }),
      fc.option(of('thead', row, { maxLength: 2 }), { nil: '' }),
      fc.array(of('tbody', row), { maxLength: 2 }),
      fc.array(row, { maxLength: 2 }),
      fc.option(of('tfoot', row, { maxLength: 1 }), { nil: '' }),
    )
    .map(
      ([caption, head, bodies, rows, foot]) =>
        `<table>${caption}${head}${bodies.join('')}${rows.join('')}${foot}</table>`,
    ),
  fc
    .tuple(
      fc.array(fc.oneof(voidElement, inline), { maxLength: 2 }),
      fc.option(of('figcaption', flow), { nil: '' }),
    )
    .map(([content, caption]) => `<figure>${content.join('')}${caption}</figure>`),
  inline,
);

/** A body as the portal stores it: messy HTML, sanitized. */
export const sanitizedBody = fc
  .array(spaced(fc.oneof({ weight: 3, arbitrary: likely }, { weight: 1, arbitrary: anything })), {
    maxLength: 6,
  })
  .map((parts) => sanitizeBody(parts.join('')).body);
