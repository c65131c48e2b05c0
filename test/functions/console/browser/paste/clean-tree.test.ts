import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sanitizeBody } from '../../../../../functions/articles/sanitize-body.ts';
import { cleanTree } from '../../../../../functions/console/browser/paste/clean-tree.ts';
import { PortalSentence } from '../../../../../functions/console/browser/paste/portal-sentence.ts';
import { decodeEntities } from '../../../../../shared/text/plain-text.ts';
import { parseHtml } from '../../../../support/parse-html.ts';

const clean = (html: string, rtf?: string) => cleanTree(parseHtml(html), rtf);

test.each<[string, string, string]>([
  ['drops empty paragraphs', '<p>a</p><p>&nbsp;</p><p><o:p>&nbsp;</o:p></p><p>b</p>', '<p>a</p><p>b</p>'],
  ['makes one space of spaces and tabs', '<p> a &nbsp;&nbsp;\t\n b </p>', '<p>a b</p>'],
  ['keeps soft breaks', '<p>a<br>b</p>', '<p>a<br />b</p>'],
  ['divides a paragraph at two breaks', '<div>a<br><br>b</div>', '<p>a</p><p>b</p>'],
  [
    'keeps the lines of a message',
    '<span style="white-space: pre-wrap">Kính mời\nbà con</span>',
    '<p>Kính mời<br />bà con</p>',
  ],
  ['keeps no line feed of markup', '<p>Kính mời\r\nbà con</p>', '<p>Kính mời bà con</p>'],
  ['makes paragraphs of divisions', '<div>a<div>b</div>c</div>', '<p>a</p><p>b</p><p>c</p>'],
  ['makes paragraphs of bare text', 'a<p>b</p>c', '<p>a</p><p>b</p><p>c</p>'],
  [
    'reads bold and italic of styles',
    '<p><span style="font-weight:700">a</span> <span style="font-style:italic">b</span></p>',
    '<p><strong>a</strong> <em>b</em></p>',
  ],
  [
    'reads superscript and subscript of styles',
    '<p>m<span style="vertical-align:super">2</span> H<span style="vertical-align:sub">2</span>O</p>',
    '<p>m<sup>2</sup> H<sub>2</sub>O</p>',
  ],
  ['takes no wrapper of Google Docs for bold', '<b style="font-weight:normal"><p>a</p></b>', '<p>a</p>'],
  [
    'takes no rule for Arabic for ours',
    '<p><b style="mso-bidi-font-weight:normal">a</b></p>',
    '<p><strong>a</strong></p>',
  ],
  ['nests marks one way', '<p><i><b>a</b></i><b>b</b></p>', '<p><strong><em>a</em>b</strong></p>'],
  [
    'brings headings to the levels of a body',
    '<h1>a</h1><h2>b</h2><h6>c</h6>',
    '<h2>a</h2><h3>b</h3><h4>c</h4>',
  ],
  ['skips no level', '<h3>a</h3><h6>b</h6>', '<h2>a</h2><h3>b</h3>'],
  ['makes no heading bold', '<h2><b>a</b></h2>', '<h2>a</h2>'],
  [
    'reads headings of Word by their style',
    '<p class=MsoTitle>a</p><p class=MsoHeading7>b</p><p style="mso-outline-level:8">c</p>',
    '<h2>a</h2><h3>b</h3><h4>c</h4>',
  ],
  ['reads headings by their role', '<div role="heading" aria-level="2">a</div>', '<h2>a</h2>'],
  [
    'leaves headings out of cells',
    '<table><tr><td><h2>a</h2></td><td>b</td></tr></table>',
    '<table><tbody><tr><td><strong>a</strong></td><td>b</td></tr></tbody></table>',
  ],
  [
    'keeps safe links',
    '<p><a href="https://a.example/x?y=1&amp;z" target=_blank>a</a></p>',
    '<p><a href="https://a.example/x?y=1&amp;z">a</a></p>',
  ],
  [
    'keeps telephone, mail and paths',
    '<p><a href="tel:0200">a</a> <a href="mailto:a@b.example">b</a> <a href="/c">c</a></p>',
    '<p><a href="tel:0200">a</a> <a href="mailto:a@b.example">b</a> <a href="/c">c</a></p>',
  ],
  [
    'leads past the counter of Facebook',
    '<a href="https://l.facebook.com/l.php?u=https%3A%2F%2Fhacvan.example%2Fa&amp;h=x">a</a>',
    '<p><a href="https://hacvan.example/a">a</a></p>',
  ],
  ['unwraps links within the page', '<p><a href="#_Toc1">a</a></p>', '<p>a</p>'],
  ['keeps the caption of a table without rows', '<table><caption>a</caption></table>', '<p>a</p>'],
  [
    'keeps the caption of a table of one cell',
    '<table><caption>a</caption><tr><td>b</td></tr></table>',
    '<p>a</p><p>b</p>',
  ],
  ['keeps no mark around the spaces before a break', '<p>a<i> <br>b</i></p>', '<p>a<br /><em>b</em></p>'],
  [
    'keeps quotes and rules',
    '<blockquote><p>a</p></blockquote><hr>',
    '<blockquote><p>a</p></blockquote><hr />',
  ],
  ['makes text of drawn emoji', '<p>Vui <img src="https://a.example/e.png" alt="😀"></p>', '<p>Vui 😀</p>'],
  ['composes decomposed letters', '<p>Ha\u0323c Va\u0302n</p>', '<p>Hạc Vân</p>'],
  ['escapes text', '<p>1 &lt; 2 &amp; "3"</p>', '<p>1 &lt; 2 &amp; "3"</p>'],
  [
    'drops what nobody saw',
    '<p>a<span style="display:none">b</span><span style="mso-hide:all">c</span></p>',
    '<p>a</p>',
  ],
])('%s', (_, html, expected) =>
  expect(clean(html)).toEqual({ html: expected, pictures: [], leftOut: [], warnings: [] }),
);

test.each<[string, string, string, Record<string, number>]>([
  ['scripts', '<p onclick="x()">a<script>b</script></p>', '<p>a</p>', { 'đoạn mã': 2 }],
  ['frames', 'a<iframe src="https://a.example">b</iframe>', '<p>a</p>', { 'khung nhúng từ trang khác': 1 }],
  ['controls', '<form>a<input><button>Gửi</button></form>', '<p>a</p>', { 'ô nhập hoặc nút bấm': 2 }],
  [
    'pictures of other pages',
    '<p>a<img src="https://a.example/1.png"><img src="//a.example/2.png"></p>',
    '<p>a</p>',
    { 'ảnh liên kết từ trang khác': 2 },
  ],
  [
    'scripts in links',
    '<p><a href="java&#x09;script:alert(1)">a</a></p>',
    '<p>a</p>',
    { 'liên kết không an toàn': 1 },
  ],
  [
    'links to files',
    '<p><a href="file:///C:/a.docx">a</a></p>',
    '<p>a</p>',
    { 'liên kết không mở được từ trang': 1 },
  ],
  [
    'tracked deletions',
    '<p>a<del cite="mailto:lan">b</del><ins>c</ins></p>',
    '<p>ac</p>',
    { 'đoạn đã xóa khi theo dõi thay đổi': 1 },
  ],
  [
    'comments of Word',
    `<p><a style='mso-comment-reference:L_1'>a</a><span class=MsoCommentReference><span style='font-size:8pt'><a class=msocomanchor href="#_msocom_1">[L1]</a></span></span></p>
     <div style='mso-element:comment-list'><div style='mso-element:comment'><p class=MsoCommentText><span class=MsoCommentReference></span>b</p></div></div>`,
    '<p>a</p>',
    { 'nhận xét của người góp ý': 1 },
  ],
])('leaves out %s and says so', (_, html, expected, leftOut) => {
  const cleaned = clean(html);
  expect(cleaned.html).toBe(expected);
  expect(Object.fromEntries(cleaned.leftOut.map(({ what, count }) => [what, count]))).toEqual(leftOut);
});

test('puts footnotes in brackets', () => {
  const html = `<p>Phí là 8.000 đồng<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a>.</p>
    <div style='mso-element:footnote-list'><hr><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1">[1]</a> Theo biểu phí năm 2026</p></div></div>`;
  expect(clean(html).html).toBe('<p>Phí là 8.000 đồng [Theo biểu phí năm 2026].</p>');
});

test('warns of letters of before Unicode, and not of Unicode in such a font', () => {
  const set = (text: string) => `<p><span style="font-family:.VnTime">${text}</span></p>`;
  expect(clean(set('Céng hoµ x· héi')).warnings).toHaveLength(1);
  expect(clean(set('Cộng hòa xã hội')).warnings).toEqual([]);
  expect(clean(set('Hà')).warnings).toEqual([]);
  expect(clean('<p><font face="VNI-Times">Coäng hoøa</font></p>').warnings).toHaveLength(1);
  expect(clean('<p>Citroën</p>').warnings).toEqual([]);
});

test('refuses more than a body may have, in words', () => {
  expect(() => clean(`<p>${'chữ '.repeat(75_000)}</p>`)).toThrow(PortalSentence);
});

const tags =
  'p div span b i h1 h3 ul ol li table thead tr td th caption a blockquote pre br hr img sup figure figcaption section o:p font del script style center dl dd'.split(
    ' ',
  );
const attribute = fc.constantFrom(
  '',
  ' style="font-weight:700"',
  ' style="mso-list:l0 level1 lfo1"',
  ' style="mso-list:Ignore"',
  ' style="display:block;white-space:pre"',
  ' style="mso-element:footnote" id="ftn1"',
  ' class="MsoCaption"',
  ' class="MsoTitle"',
  ' href="https://a.example/?a=1&amp;b"',
  ' href="javascript:x"',
  ' href="#_ftn1"',
  ' src="https://a.example/a.png"',
  ' src="/images/01kb0000000000000000000000"',
  ' src="data:image/png;base64,AAAA"',
  ' colspan="3" rowspan="9"',
  ' type="a" start="3"',
  ' onclick="x"',
);
const piece = fc.oneof(
  fc
    .tuple(fc.constantFrom('<', '</'), fc.constantFrom(...tags), attribute)
    .map(([open, tag, attributes]) => `${open}${tag}${open === '<' ? attributes : ''}>`),
  fc.constantFrom(
    'a)',
    '1.',
    '·',
    ' ',
    '\u00a0',
    '\n',
    '&lt;',
    '&amp;nbsp;',
    '<![if !supportLists]>',
    '<![endif]>',
    '<!--x-->',
  ),
  fc.string({ maxLength: 4, unit: 'grapheme' }),
);
const messyHtml = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

const visible = (html: string) => decodeEntities(html.replace(/<[^>]*>/g, '')).replace(/[\s\u200b]/g, '');

test('writes bodies that the server keeps as they are', () => {
  fc.assert(
    fc.property(messyHtml, (html) => {
      const cleaned = clean(html).html;
      const { body, removed } = sanitizeBody(cleaned);
      expect(removed).toEqual([]);
      expect(body.replaceAll(' rel="nofollow noopener"', '')).toBe(cleaned);
    }),
    { numRuns: 500 },
  );
});

test('changes nothing that it has cleaned', () => {
  fc.assert(
    fc.property(messyHtml, (html) => {
      const once = clean(html).html;
      expect(clean(once).html).toBe(once);
    }),
    { numRuns: 300 },
  );
});

// A marker that Word drew becomes a list, and none where nothing stands beside it.
const harmless = messyHtml.filter(
  (html) => !/script|style>|del|<!|mso-element|mso-list:Ignore|type="a"|<a|<ol|alt/.test(html),
);

test('loses no visible text', () => {
  fc.assert(
    fc.property(harmless, (html) => {
      const written = sanitizeBody(html.replaceAll('\u200b', '')).body;
      expect(sorted(visible(clean(html).html))).toBe(sorted(visible(written)));
    }),
    { numRuns: 500, examples: [['&lt;\u0338'], ['<table><caption>a']] },
  );
});

/** Rows of a footer come last, strays before their table, marks are composed with letters: the order may change, the letters may not. */
const sorted = (text: string) => [...text.normalize('NFD')].sort().join('');

test('cleans five megabytes, however deep', () => {
  const deep = `${'<div><b><i>'.repeat(2_000)}sâu${'</i></b></div>'.repeat(2_000)}`;
  expect(clean(deep).html).toBe('<p><strong><em>sâu</em></strong></p>');
  const styles = `<p style="${'x'.repeat(1_000_000)}" class="${'y '.repeat(500_000)}">a</p>`;
  expect(clean(`<style>${'.a'.repeat(500_000)}</style>${styles}${'<p>&nbsp;</p>'.repeat(50_000)}`).html).toBe(
    '<p>a</p>',
  );
  expect(() => clean('<p class=MsoNormal style="margin:0">Một đoạn dài</p>'.repeat(70_000))).toThrow(
    'Phần dán dài hơn',
  );
});
