import { expect, test } from 'vitest';
import { cleanTree } from '../../../../../functions/console/browser/paste/clean-tree.ts';
import { parseHtml } from '../../../../support/parse-html.ts';

const clean = (html: string, rtf?: string) => cleanTree(parseHtml(html), rtf);

/** What Word puts before and after what was copied. */
const fromWord = (
  body: string,
) => `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15">
<link rel=File-List href="file:///C:/Users/LAN/AppData/Local/Temp/msohtmlclip1/01/clip_filelist.xml">
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]-->
<style><!--
 /* Font Definitions */ @font-face {font-family:"Times New Roman"; panose-1:2 2 6 3 5 4 5 2 3 4;}
 p.MsoNormal, li.MsoNormal, div.MsoNormal {mso-style-unhide:no; margin:0cm; font-size:14.0pt;}
 span.Dam {mso-style-name:Đậm; font-weight:bold;}
 @list l0 {mso-list-id:1; mso-list-type:hybrid;} @list l0:level1 {mso-level-number-format:bullet; mso-level-text:;}
--></style></head>
<body lang=VI style='tab-interval:36.0pt'><!--StartFragment-->${body}<!--EndFragment--></body></html>`;

/** A paragraph of a list, with the marker that Word draws. */
const item = (level: number, marker: string, text: string, list = 'l0') =>
  `<p class=MsoListParagraphCxSpMiddle style='margin-left:36.0pt;text-indent:-18.0pt;mso-list:${list} level${level} lfo1'><![if !supportLists]><span lang=VI style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;\n</span></span></span><![endif]><span lang=VI>${text}<o:p></o:p></span></p>\n\n`;
const paragraph = (text: string) =>
  `<p class=MsoNormal style='text-align:justify'><span lang=VI>${text}<o:p></o:p></span></p>\n`;

test.each<[string, string, string]>([
  [
    'bullets in levels',
    item(1, '·', 'Căn cước') + item(2, 'o', 'Bản chính') + item(3, '§', 'Còn hạn') + item(1, '·', 'Đơn'),
    '<ul><li>Căn cước<ul><li>Bản chính<ul><li>Còn hạn</li></ul></li></ul></li><li>Đơn</li></ul>',
  ],
  [
    'hyphens and plus signs',
    item(1, '-', 'Một') + item(2, '+', 'Hai'),
    '<ul><li>Một<ul><li>Hai</li></ul></li></ul>',
  ],
  ['numbers', item(1, '1.', 'Một') + item(1, '2.', 'Hai'), '<ol><li>Một</li><li>Hai</li></ol>'],
  [
    'numbers that go on after a paragraph',
    item(1, '1.', 'Một') + paragraph('Chen vào') + item(1, '2.', 'Hai'),
    '<ol><li>Một</li></ol><p>Chen vào</p><ol start="2"><li>Hai</li></ol>',
  ],
  [
    'numbers that begin anew',
    item(1, '1)', 'Một') + item(1, '1)', 'Lại một'),
    '<ol><li>Một</li></ol><ol><li>Lại một</li></ol>',
  ],
  [
    'a list of numbers after one of bullets',
    item(1, '·', 'Một') + item(1, '5.', 'Năm', 'l1'),
    '<ul><li>Một</li></ul><ol start="5"><li>Năm</li></ol>',
  ],
  [
    'bullets below numbers',
    item(1, '1.', 'Một') + item(2, '-', 'Ý', 'l1') + item(1, '2.', 'Hai'),
    '<ol><li>Một<ul><li>Ý</li></ul></li><li>Hai</li></ol>',
  ],
  [
    'a list that begins below',
    item(3, '·', 'Sâu') + item(1, '·', 'Nông'),
    '<ul><li>Sâu</li></ul><ul><li>Nông</li></ul>',
  ],
])('makes lists of %s', (_, body, expected) =>
  expect(clean(fromWord(body))).toEqual({ html: expected, pictures: [], leftOut: [], warnings: [] }),
);

test.each(['a)', 'đ)', 'IV.', 'i)', '1.1', '2.3.1.', 'Điều 3.', 'Chương I', '(1)', 'A.'])(
  'keeps the marker %s as text',
  (marker) =>
    expect(clean(fromWord(item(1, marker, 'Hồ sơ') + item(2, '·', 'Đơn'))).html).toBe(
      `<p>${marker} Hồ sơ</p><ul><li>Đơn</li></ul>`,
    ),
);

test('keeps the number of a heading as text', () => {
  const heading = `<h1 style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span><![endif]>Phạm vi</h1>`;
  expect(clean(fromWord(heading)).html).toBe('<h2>1. Phạm vi</h2>');
});

test('reads markers that a browser has stripped of their style', () => {
  const stripped = `<p class="MsoListParagraph" style="mso-list:l0 level1 lfo1"><!--[if !supportLists]--><b><span>1.<span style="font-size:7pt">&nbsp; </span></span></b><!--[endif]-->Một</p>`;
  expect(clean(stripped).html).toBe('<ol><li>Một</li></ol>');
});

test('reads bold of a style of the document', () =>
  expect(clean(fromWord('<p class=MsoNormal>Thời gian: <span class=Dam>8 giờ</span></p>')).html).toBe(
    '<p>Thời gian: <strong>8 giờ</strong></p>',
  ));

test('keeps a table with its spans, and header cells where Word repeats them', () => {
  const cell = (text: string, attributes = '') =>
    `<td width=200 valign=top ${attributes} style='width:149.6pt;border:solid windowtext 1.0pt'><p class=MsoNormal align=center><b>${text}<o:p></o:p></b></p></td>`;
  const table = (head: string) =>
    `<table class=MsoTableGrid border=1 cellspacing=0><${head}><tr style='mso-yfti-irow:0;mso-yfti-firstrow:yes'>${cell('Ngày', 'rowspan=2')}${cell('Buổi', 'colspan=2')}</tr></${head}><tr>${cell('Sáng')}${cell('Chiều')}</tr></table>`;
  expect(clean(fromWord(table('thead'))).html).toBe(
    '<table><thead><tr><th scope="col">Ngày</th><th scope="col" colspan="2">Buổi</th></tr></thead><tbody><tr><td><strong>Sáng</strong></td><td><strong>Chiều</strong></td></tr></tbody></table>',
  );
  expect(clean(fromWord(table('tbody'))).html).toBe(
    '<table><tbody><tr><td rowspan="2"><strong>Ngày</strong></td><td colspan="2"><strong>Buổi</strong></td></tr><tr><td><strong>Sáng</strong></td><td><strong>Chiều</strong></td></tr></tbody></table>',
  );
});

test('gives captions to what they belong to', () => {
  const caption = (text: string) => `<p class=MsoCaption>${text}</p>`;
  const table = '<table><tr><td>a</td><td>b</td></tr></table>';
  expect(clean(caption('Bảng 1') + table + caption('Rời')).html).toBe(
    '<table><caption>Bảng 1</caption><tbody><tr><td>a</td><td>b</td></tr></tbody></table><p>Rời</p>',
  );
});

const hex = (bytes: string) =>
  Buffer.from(bytes)
    .toString('hex')
    .replace(/(.{8})/g, '$1\r\n');
const shown = (blip: string, bytes: string) =>
  `{\\*\\shppict{\\pict{\\*\\picprop\\shplid1025{\\sp{\\sn shapeType}{\\sv 75}}}\\picscalex100\\picw100${blip}\\bliptag1{\\*\\blipuid 0a1b}${hex(bytes)}}}{\\nonshppict{\\pict\\wmetafile8 ${hex('copy')}}}`;
const picture = (name: string) =>
  `<p class=MsoNormal><!--[if gte vml 1]><v:shape><v:imagedata src="file:///C:/clip_${name}.png" o:title=""/></v:shape><![endif]--><![if !vml]><img width=100 src="file:///C:/clip_${name}.jpg" v:shapes="${name}"><![endif]></p>`;

test('takes the pictures of Word from the RTF, without those of headers', () => {
  const rtf = `{\\rtf1\\ansi{\\header ${shown('\\pngblip', 'logo')}}{\\*\\listpicture{\\pict\\pngblip ${hex('bullet')}}}${shown('\\pngblip', 'first')}text\\'e1${shown('\\jpegblip', 'second')}${shown('\\emfblip', 'drawing')}{\\footerf ${shown('\\pngblip', 'foot')}}}`;
  const cleaned = clean(
    fromWord(`${picture('1')}<p class=MsoCaption>Hình 1</p>${picture('2')}${picture('3')}`),
    rtf,
  );
  expect(cleaned.html).toBe(
    '<figure><img src="/images/00000000000000000000000001" /><figcaption>Hình 1</figcaption></figure><figure><img src="/images/00000000000000000000000002" /></figure>',
  );
  expect(cleaned.pictures.map(({ type, bytes }) => [type, Buffer.from(bytes).toString()])).toEqual([
    ['image/png', 'first'],
    ['image/jpeg', 'second'],
  ]);
  expect(cleaned.leftOut).toEqual([{ what: 'hình vẽ hoặc ảnh có định dạng không dùng được', count: 1 }]);
});

test('leaves pictures out when nobody knows which is which', () => {
  const cleaned = clean(picture('1') + picture('2'), `{\\rtf1 ${shown('\\pngblip', 'one')}}`);
  expect(cleaned).toEqual({
    html: '',
    pictures: [],
    leftOut: [
      { what: 'ảnh của Word mà trình duyệt không nhận được (hãy kéo tệp .docx vào trang)', count: 2 },
    ],
    warnings: [],
  });
});

test('reads damaged RTF to its end', () => {
  expect(clean(picture('1'), `}}{\\rtf1{\\pict\\pngblip ${hex('cut')}`).pictures).toEqual([]);
  expect(clean(picture('1'), `{\\rtf1{\\pict\\pngblip xyz0}}`).pictures).toHaveLength(1);
});
