import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { sanitizeBody } from '../../../functions/articles/sanitize-body.ts';
import { decodeEntities } from '../../../shared/text/plain-text.ts';

test.each<[string, string, string, string[]]>([
  [
    'keeps what an article is made of',
    '<h2>A</h2><p>b <strong>c</strong></p>',
    '<h2>A</h2><p>b <strong>c</strong></p>',
    [],
  ],
  [
    'keeps a table with its scopes',
    '<table><tr><th scope="row">a</th></tr></table>',
    '<table><tr><th scope="row">a</th></tr></table>',
    [],
  ],
  ['drops a script with its content', '<p>a</p><script>alert(1)</script>', '<p>a</p>', ['script']],
  ['drops a style with its content', '<style>p{}</style><p>a</p>', '<p>a</p>', ['style']],
  ['drops a handler', '<p onclick="x()">a</p>', '<p>a</p>', ['p[onclick]']],
  [
    'drops styles of Word',
    '<p class="MsoNormal" style="color:red">a</p>',
    '<p>a</p>',
    ['p[class]', 'p[style]'],
  ],
  ['drops a frame', '<iframe src="https://example.com"></iframe>a', 'a', ['iframe']],
  ['drops a javascript link, keeps its text', '<a href="javascript:alert(1)">a</a>', '<a>a</a>', ['a[href]']],
  ['drops a disguised one', '<a href="jav&#x09;ascript:alert(1)">a</a>', '<a>a</a>', ['a[href]']],
  ['drops a link without a scheme', '<a href="//example.com">a</a>', '<a>a</a>', ['a[href]']],
  ['drops data links', '<a href="data:text/html,x">a</a>', '<a>a</a>', ['a[href]']],
  [
    'takes rank from links that leave',
    '<a href="https://example.com/">a</a>',
    '<a href="https://example.com/" rel="nofollow noopener">a</a>',
    [],
  ],
  ['keeps links within the site', '<a href="/thong-bao">a</a>', '<a href="/thong-bao">a</a>', []],
  [
    'names what it renames by nothing',
    '<h1>a</h1><b>b</b><div>c</div>',
    '<h2>a</h2><strong>b</strong><p>c</p>',
    [],
  ],
  ['sorts out paragraphs within paragraphs', '<div><p>a</p><div>b</div></div>', '<p>a</p><p>b</p>', []],
  ['drops an svg', '<svg><script>1</script></svg>b', 'b', ['svg', 'script']],
  ['drops comments', '<!--[if mso]>x<![endif]--><p>a</p>', '<p>a</p>', ['comment']],
  ['drops controls that come by entity', '<p>a&#1;b&#x7f;c&#150;</p>', '<p>abc–</p>', ['control-character']],
  [
    'keeps a paragraph whose image is within other markup',
    '<p><strong><img src="/images/01kb0000000000000000000000"></strong></p>',
    '<p><strong><img src="/images/01kb0000000000000000000000" /></strong></p>',
    [],
  ],
  ['drops paragraphs without text', '<p><br></p><div><p> &nbsp;</p><b></b></div><p>a</p>', '<p>a</p>', []],
  ['drops controls', '<p>a\u0000\u000bb</p>', '<p>ab</p>', ['control-character']],
  ['drops noncharacters', '<p>a\uFFFEb&#xFDD0;</p>', '<p>ab</p>', ['control-character']],
  ['keeps text that looks like markup', '<p>1 &lt; 2 &amp; 3</p>', '<p>1 &lt; 2 &amp; 3</p>', []],
  [
    'drops images of other addresses',
    '<p><img src="https://example.com/x.png" alt="x"></p>',
    '',
    ['foreign img'],
  ],
  [
    'keeps images of the site by their id, described where they are kept',
    '<figure><img src="/images/01kb0000000000000000000000" alt="x" onload="x"><figcaption>a</figcaption></figure>',
    '<figure><img src="/images/01kb0000000000000000000000" /><figcaption>a</figcaption></figure>',
    ['img[alt]', 'img[onload]'],
  ],
  [
    'keeps a paragraph that is an image alone',
    '<p><img src="/images/01kb0000000000000000000000"></p>',
    '<p><img src="/images/01kb0000000000000000000000" /></p>',
    [],
  ],
  [
    'drops what only looks like an image of the site',
    '<p>a<img src="/images/../x"><img src="//images/01kb0000000000000000000000"><img srcset="/x 1x"></p>',
    '<p>a</p>',
    ['foreign img'],
  ],
])('%s', (_, input, body, removed) => {
  const result = sanitizeBody(input);
  expect(result.body).toBe(body);
  expect(result.removed.map(({ what }) => what)).toEqual(removed);
});

const fragment = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '<p>',
    '</p>',
    '<script>',
    '</script>',
    '<a href="',
    'javascript:',
    '">',
    '<svg/onload=x>',
    '<!--',
    '-->',
    '<![CDATA[',
    '&lt;',
    '<math><mtext>',
    '<textarea>',
    '<noscript>',
    '<img src=x onerror=x>',
    '<img src="/images/01kb0000000000000000000000" onerror=x>',
    "'",
    '<table><td>',
    '<style>',
  ),
);

test('is idempotent: sanitizing its output changes and removes nothing', () => {
  fc.assert(
    fc.property(fc.array(fragment, { maxLength: 30 }), (fragments) => {
      const once = sanitizeBody(fragments.join(''));
      const twice = sanitizeBody(once.body);
      expect(twice.body).toBe(once.body);
      expect(twice.removed).toEqual([]);
      expect(once.body).not.toMatch(
        /<(script|style|svg|textarea|noscript|math)|href="javascript:|onerror=x>/i,
      );
      const images = once.body.match(/<img[^>]*>/g) ?? [];
      expect(new Set(images).isSubsetOf(new Set(['<img src="/images/01kb0000000000000000000000" />']))).toBe(
        true,
      );
    }),
    { numRuns: 500 },
  );
});

const spelling = fc.array(
  fc.oneof(
    fc.constantFrom(
      'h',
      't',
      'tps',
      'https:',
      'http:',
      '//',
      '/',
      '\\',
      ':',
      '@',
      '?',
      '#',
      '.',
      ' ',
      'evil.example',
      'mailto:',
    ),
    fc.constantFrom(
      '&#9;',
      '&#10;',
      '&#13;',
      '&#1;',
      '&#0;',
      '&#x1f;',
      '&#127;',
      '&Tab;',
      '&NewLine;',
      '&colon;',
      '&sol;',
      '&bsol;',
      '&#8203;',
      '&nbsp;',
    ),
    fc.constantFrom('\t', '\n', '\u0001', '\u0000', '\u0085', '\u2028', '\ufeff'),
  ),
  { minLength: 1, maxLength: 12 },
);

test.each(['https://phuong.example', 'http://phuong.example'])(
  'every link from %s to another host has nofollow, however its address is spelt',
  (origin) => {
    const check = (href: string) => {
      const { body } = sanitizeBody(`<a href="${href}">a</a>`);
      expect(body).not.toMatch(/\p{Cc}/u);
      const stored = decodeEntities(/href="([^"]*)"/.exec(body)?.[1] ?? '');
      const url = URL.parse(stored, origin);
      const leaves = url !== null && url.host !== 'phuong.example' && /^https?:$/.test(url.protocol);
      expect([href, body, !leaves || body.includes('rel="nofollow noopener"')]).toEqual([href, body, true]);
    };
    for (const href of [
      'ht&#9;tps://evil.example',
      '&#1;https://evil.example',
      'ht&#1;tps://evil.example',
      'https:evil.example',
      'http:evil.example',
      'https:\\\\evil.example',
      '/&#9;/evil.example',
      '&#10;//evil.example',
    ]) {
      check(href);
    }
    fc.assert(
      fc.property(spelling, (parts) => check(parts.join(''))),
      { numRuns: 1000 },
    );
  },
);

const limitBytes = 300_000;
const filled = (unit: string) => unit.repeat(Math.floor(limitBytes / unit.length));

test.each([
  ['b', '<b>'],
  ['div', '<div>'],
  ['svg', '<svg>'],
  ['noscript', '<noscript>'],
  ['b in a frame', `<iframe>${'<b>'.repeat(100)}`],
  ['b in a frame in i', `${'<i>'.repeat(60)}<iframe>${'<b>'.repeat(60)}`],
])('refuses a body nested without end: %s', (_, unit) => {
  expect(() => sanitizeBody(filled(unit))).toThrow(expect.objectContaining({ code: 'invalid_fields' }));
});

test('takes a hundred levels, and as many elements as fit without nesting', () => {
  const nested = `${'<strong>'.repeat(100)}a${'</strong>'.repeat(100)}`;
  expect(sanitizeBody(nested).body).toBe(nested);
  const unclosed = filled('<p>đoạn');
  expect(sanitizeBody(unclosed).body.match(/đoạn/g)).toHaveLength(unclosed.match(/<p>/g)?.length ?? 0);
});

test('copies a long body once, not at every element that it drops', () => {
  const dropped = '<p></p><img src="https://example.com/x.png">';
  let copied = 0;
  const { substring } = String.prototype;
  String.prototype.substring = function (this: string, ...range: [number, number?]) {
    copied += this.length;
    return substring.apply(this, range);
  };
  onTestFinished(() => {
    String.prototype.substring = substring;
  });
  expect(sanitizeBody(`<h2>${'a '.repeat(75_000)}</h2>${dropped.repeat(3_000)}`).body).toHaveLength(150_009);
  expect(copied).toBeLessThan(50 * limitBytes);
});
