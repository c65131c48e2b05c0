import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutBody } from '../../../../../functions/console/browser/editor/cut-body.ts';
import { sanitizedBody } from './body-arbitrary.ts';

const cut = (body: string) => cutBody(body).map(({ before, html, isText }) => [before, html, isText]);

test.each([
  ['nothing', '', []],
  ['text alone', 'a <strong>b</strong> c', [['', 'a <strong>b</strong> c', true]]],
  [
    'blocks and the white space between them',
    '<p>a</p>\n\n<hr />\n<p>b</p>',
    [
      ['', '<p>a</p>', false],
      ['\n\n', '<hr />', false],
      ['\n', '<p>b</p>', false],
    ],
  ],
  [
    'text between blocks',
    '<p>a</p> b <br /> <ul><li>c</li></ul>',
    [
      ['', '<p>a</p>', false],
      ['', ' b <br />', true],
      [' ', '<ul><li>c</li></ul>', false],
    ],
  ],
  [
    'blocks within blocks',
    '<blockquote><p>a</p></blockquote><table><tr><td><p>b</p></td></tr></table>',
    [
      ['', '<blockquote><p>a</p></blockquote>', false],
      ['', '<table><tr><td><p>b</p></td></tr></table>', false],
    ],
  ],
  [
    'a no-break space as white space',
    '<p>a</p>\u00a0<p>b</p>',
    [
      ['', '<p>a</p>', false],
      ['\u00a0', '<p>b</p>', false],
    ],
  ],
])('cuts %s', (_, body, parts) => {
  expect(cut(body)).toEqual(parts);
});

test('the parts of any body, joined, are the body', () => {
  fc.assert(
    fc.property(sanitizedBody, (body) => {
      expect(
        cutBody(body)
          .map(({ before, html }) => before + html)
          .join(''),
      ).toBe(body);
    }),
    { numRuns: 300 },
  );
});
