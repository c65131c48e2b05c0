import { expect, test } from 'vitest';
import { administrativeParts } from '../../../../../functions/console/browser/docx/administrative-parts.ts';
import { asWordList } from '../../../../../functions/console/browser/docx/as-word-list.ts';
import { cleanToBlocks, toBody } from '../../../../../functions/console/browser/paste/clean-tree.ts';
import {
  type DocxParts,
  definition,
  docxFile,
  drawing,
  listed,
  numberingOf,
  paragraph,
  run,
  style,
  table,
} from '../../../../support/docx-fixture.ts';
import { importForBrowser } from '../../../../support/import-for-browser.ts';
import { parseHtml } from '../../../../support/parse-html.ts';

const { convertDocx } = await importForBrowser<
  typeof import('../../../../../functions/console/browser/docx/convert-docx.ts')
>('functions/console/browser/docx/convert-docx.ts');

const convert = (parts: DocxParts) => {
  const file = docxFile(parts);
  return convertDocx(file.buffer.slice(file.byteOffset, file.byteOffset + file.length) as ArrayBuffer);
};

const blocksOf = async (parts: DocxParts) =>
  cleanToBlocks(asWordList(parseHtml((await convert(parts)).html))).blocks;
const bodyOf = async (parts: DocxParts) => toBody(await blocksOf(parts));

const numbering =
  definition(0, [
    ['decimal', '%1.'],
    ['lowerLetter', '%2)'],
    ['bullet', '·'],
  ]) +
  definition(1, [['bullet', '-']]) +
  definition(2, [
    ['upperRoman', '%1.'],
    ['decimal', '%1.%2'],
  ]) +
  numberingOf(1, 0) +
  numberingOf(2, 1) +
  numberingOf(3, 2) +
  numberingOf(4, 0, 1);

test('makes lists of numbered paragraphs and goes on counting after an interruption', async () => {
  const body =
    listed('Một', 1) +
    listed('Hai', 1) +
    paragraph('Chen vào') +
    listed('Ba', 1) +
    listed('Ý', 2) +
    listed('Lại một', 4);
  expect(await bodyOf({ body, numbering })).toBe(
    '<ol><li>Một</li><li>Hai</li></ol><p>Chen vào</p><ol start="3"><li>Ba</li></ol><ul><li>Ý</li></ul><ol><li>Lại một</li></ol>',
  );
});

test('keeps letters, Roman numerals and numbers of several levels as text', async () => {
  const body =
    listed('Hồ sơ', 1) +
    listed('Đơn', 1, 1) +
    listed('Ảnh', 1, 1) +
    listed('Mục', 3) +
    listed('Khoản', 3, 1) +
    listed('Sau', 1) +
    listed('Lại a', 1, 1);
  expect(await bodyOf({ body, numbering })).toBe(
    '<ol><li>Hồ sơ</li></ol><p>a) Đơn</p><p>b) Ảnh</p><p>I. Mục</p><p>I.1 Khoản</p><ol start="2"><li>Sau</li></ol><p>a) Lại a</p>',
  );
});

test('numbers paragraphs by their style, and headings with their number as text', async () => {
  const styles =
    style('u1', 'heading 1', '<w:numPr><w:numId w:val="3"/></w:numPr>') +
    style('ds', 'List Bullet', '<w:numPr><w:numId w:val="2"/></w:numPr>') +
    '<w:style w:type="paragraph" w:styleId="con"><w:name w:val="Con"/><w:basedOn w:val="ds"/></w:style>';
  const body =
    paragraph('Chung', '<w:pStyle w:val="u1"/>') +
    paragraph('Ý', '<w:pStyle w:val="con"/>') +
    paragraph('Không', '<w:pStyle w:val="ds"/><w:numPr><w:numId w:val="0"/></w:numPr>');
  expect(await bodyOf({ body, numbering, styles })).toBe('<h2>I. Chung</h2><ul><li>Ý</li></ul><p>Không</p>');
});

test('reads styles by the names of templates in Vietnamese', async () => {
  const styles =
    style('a', 'Đầu đề 1') + style('b', 'Đầu đề 2') + style('c', 'Thân văn bản') + style('d', 'caption');
  const body =
    paragraph('Một', '<w:pStyle w:val="a"/>') +
    paragraph('Hai', '<w:pStyle w:val="b"/>') +
    paragraph('Chữ', '<w:pStyle w:val="c"/>') +
    paragraph('Bảng 1', '<w:pStyle w:val="d"/>') +
    table([[paragraph('x'), paragraph('y')]]);
  expect(await bodyOf({ body, styles })).toBe(
    '<h2>Một</h2><h3>Hai</h3><p>Chữ</p><table><caption>Bảng 1</caption><tbody><tr><td>x</td><td>y</td></tr></tbody></table>',
  );
});

test('takes pictures as bytes and says which it cannot use', async () => {
  const png = Buffer.from('png');
  const { html, pictures, leftOut } = await convert({
    body: paragraph('Ảnh') + drawing('a.png') + drawing('b.emf'),
    media: { 'a.png': png, 'b.emf': Buffer.from('emf') },
  });
  expect(cleanToBlocks(parseHtml(html)).blocks.map(({ tag }) => tag)).toEqual(['p', 'figure']);
  expect(pictures.map(({ type, bytes }) => [type, Buffer.from(bytes)])).toEqual([['image/png', png]]);
  expect(leftOut).toEqual([{ what: 'hình vẽ hoặc ảnh có định dạng không dùng được', count: 1 }]);
});

test('refuses scripts in links', async () => {
  const link = (id: string, text: string) =>
    `<w:p><w:hyperlink r:id="${id}">${run(text)}</w:hyperlink></w:p>`;
  const body = link('bad', 'Xấu') + link('good', 'Tốt');
  expect(await bodyOf({ body, links: { bad: 'javascript:alert(1)', good: 'https://hacvan.example/' } })).toBe(
    '<p>Xấu</p><p><a href="https://hacvan.example/">Tốt</a></p>',
  );
});

test('puts footnotes in brackets', async () => {
  const body = `<w:p>${run('Phí')}<w:r><w:footnoteReference w:id="2"/></w:r>${run('.')}</w:p>`;
  const footnotes = `<w:footnote w:id="2">${paragraph('Theo biểu phí')}</w:footnote>`;
  expect(await bodyOf({ body, footnotes })).toBe('<p>Phí [Theo biểu phí].</p>');
});

test('says that comments and deletions were left out', async () => {
  const body = `<w:p>${run('a')}<w:del w:id="1" w:author="Lan"><w:r><w:delText>b</w:delText></w:r></w:del><w:r><w:commentReference w:id="0"/></w:r></w:p>`;
  const { html, leftOut } = await convert({ body });
  expect([html, leftOut]).toEqual([
    '<p>a</p>',
    [
      { what: 'đoạn đã xóa khi theo dõi thay đổi', count: 1 },
      { what: 'nhận xét của người góp ý', count: 1 },
    ],
  ]);
});

test('tells fonts of before Unicode by their names', async () => {
  const set = (font: string) =>
    convert({ body: paragraph(run('Céng hoµ', `<w:rFonts w:ascii="${font}"/>`)) });
  expect((await set('.VnTime')).namesLegacyFont).toBe(true);
  expect((await set('Times New Roman')).namesLegacyFont).toBe(false);
});

const bold = (text: string) => paragraph(run(text, '<w:b/>'));
const letterhead = table([
  [
    bold('ỦY BAN NHÂN DÂN PHƯỜNG HẠC VÂN') + paragraph('Số: 12/TB-UBND'),
    bold('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM') +
      bold('Độc lập - Tự do - Hạnh phúc') +
      paragraph(run('Hạc Vân, ngày 28 tháng 11 năm 2026', '<w:i/>')),
  ],
]);
const signature = table([
  [paragraph('Nơi nhận:') + paragraph('- Như trên;'), bold('CHỦ TỊCH') + bold('Đỗ Thị Minh Hạnh')],
]);

test('tells letterhead, heading and signature of an administrative document', async () => {
  const body =
    letterhead +
    bold('THÔNG BÁO') +
    bold('Về việc tạm ngừng cấp nước đường Cầu Mây') +
    paragraph('Ủy ban nhân dân phường Hạc Vân thông báo:') +
    paragraph('Từ 8 giờ.') +
    signature;
  const { title, ...parts } = administrativeParts(await blocksOf({ body }));
  expect(title).toBe('Thông báo về việc tạm ngừng cấp nước đường Cầu Mây');
  expect(toBody(parts.heading)).toBe(
    '<p><strong>THÔNG BÁO</strong></p><p><strong>Về việc tạm ngừng cấp nước đường Cầu Mây</strong></p>',
  );
  expect(toBody(parts.body)).toBe('<p>Ủy ban nhân dân phường Hạc Vân thông báo:</p><p>Từ 8 giờ.</p>');
  expect([parts.letterhead, parts.signature].map((blocks) => blocks.map(({ tag }) => tag))).toEqual([
    ['table'],
    ['table'],
  ]);
});

test('tells a letterhead of paragraphs', async () => {
  const body =
    bold('CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM') +
    bold('Độc lập – Tự do – Hạnh phúc') +
    paragraph('Kính gửi bà con') +
    paragraph('Nơi nhận:') +
    paragraph('- Lưu: VT.');
  const { letterhead, heading, body: text, signature, title } = administrativeParts(await blocksOf({ body }));
  expect([letterhead.length, heading.length, text.length, signature.length, title]).toEqual([2, 0, 1, 2, '']);
});

test('takes the first heading of any other document for its title, and nothing from its text', async () => {
  const styles = style('t', 'Title');
  const titled = administrativeParts(
    await blocksOf({
      body: paragraph('Ngày hội ở tổ 5', '<w:pStyle w:val="t"/>') + paragraph('Chữ'),
      styles,
    }),
  );
  expect([titled.title, toBody(titled.body)]).toEqual(['Ngày hội ở tổ 5', '<p>Chữ</p>']);
  const abbreviated = paragraph('UBND phường mời họp', '<w:pStyle w:val="t"/>');
  expect(administrativeParts(await blocksOf({ body: abbreviated, styles })).title).toBe(
    'UBND phường mời họp',
  );
  const plain = administrativeParts(await blocksOf({ body: bold('Nổi bật') + paragraph('Chữ') }));
  expect([plain.title, plain.body.length]).toEqual(['', 2]);
});
