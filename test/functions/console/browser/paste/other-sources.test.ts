import { expect, test } from 'vitest';
import { cleanTree } from '../../../../../functions/console/browser/paste/clean-tree.ts';
import { parseHtml } from '../../../../support/parse-html.ts';

/** What programs put on the clipboard, in their forms, with words of our own. */
test.each<[string, string, string]>([
  [
    'Google Docs',
    `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-5d0b4a7e"><h2 dir="ltr" style="line-height:1.38;margin-top:18pt;"><span style="font-size:16pt;font-family:Arial,sans-serif;font-weight:400;white-space:pre-wrap;">Lịch tiếp dân</span></h2><p dir="ltr" style="line-height:1.38;"><span style="font-weight:700;white-space:pre-wrap;">Sáng</span><span style="font-weight:400;white-space:pre-wrap;"> từ 8 giờ, </span><span style="font-style:italic;white-space:pre-wrap;">trừ ngày lễ</span></p><br /><ul style="margin-top:0;"><li dir="ltr" style="list-style-type:disc;" aria-level="1"><p dir="ltr" role="presentation"><span style="white-space:pre-wrap;">Căn cước</span></p></li><ul><li dir="ltr" style="list-style-type:circle;" aria-level="2"><p dir="ltr" role="presentation"><span>Bản chính</span></p></li></ul></ul><ol><li style="list-style-type:lower-alpha;" aria-level="1"><p role="presentation"><span>Đơn</span></p></li><li style="list-style-type:lower-alpha;"><p><span>Giấy ủy quyền</span></p></li></ol></b><br class="Apple-interchange-newline">`,
    '<h2>Lịch tiếp dân</h2><p><strong>Sáng</strong> từ 8 giờ, <em>trừ ngày lễ</em></p><ul><li>Căn cước<ul><li>Bản chính</li></ul></li></ul><p>a. Đơn</p><p>b. Giấy ủy quyền</p>',
  ],
  [
    'Google Sheets',
    `<meta charset="utf-8"><google-sheets-html-origin><style type="text/css"><!--td {border: 1px solid #cccccc;}br {mso-data-placement:same-cell;}--></style><table xmlns="http://www.w3.org/1999/xhtml" cellspacing="0" dir="ltr" data-sheets-root="1"><colgroup><col width="100"/><col width="100"/></colgroup><tbody><tr style="height:21px;"><td style="font-weight:bold;" colspan="2" rowspan="1" data-sheets-value="{}">Số hộ</td></tr><tr style="height:21px;"><td>Tổ 1</td><td style="text-align:right;">120</td></tr></tbody></table></google-sheets-html-origin>`,
    '<table><tbody><tr><td colspan="2"><strong>Số hộ</strong></td></tr><tr><td>Tổ 1</td><td>120</td></tr></tbody></table>',
  ],
  [
    'Excel',
    `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta name=ProgId content=Excel.Sheet><style><!--table {mso-displayed-decimal-separator:"\\,";} .xl65 {font-weight:700; text-align:center;} .xl66 {mso-number-format:"\\#\\,\\#\\#0";} --></style></head><body link="#0563C1"><table border=0 cellpadding=0 width=128 style='border-collapse:collapse;width:96pt'><!--StartFragment--><col width=64 span=2 style='width:48pt'><tr height=20 style='height:15.0pt'><td height=20 class=xl65 width=64>Tổ</td><td class=xl65>Số hộ</td></tr><tr><td>1</td><td class=xl66 align=right><span style='mso-spacerun:yes'> </span>1.200</td></tr><!--EndFragment--></table></body></html>`,
    '<table><tbody><tr><td><strong>Tổ</strong></td><td><strong>Số hộ</strong></td></tr><tr><td>1</td><td>1.200</td></tr></tbody></table>',
  ],
  [
    'LibreOffice',
    `<!DOCTYPE html><html><head><meta name="generator" content="LibreOffice 24.2.7.2 (Linux)"/><style type="text/css">@page { size: 21cm 29.7cm } p { line-height: 115% } h2.western { font-size: 16pt }</style></head><body lang="vi-VN" dir="ltr"><h2 class="western">Thông báo</h2><p style="margin-bottom: 0cm"><b>Cúp nước</b> từ <sup>8</sup> giờ</p><ol start="3"><li><p>Đường Cầu Mây</p></li><li><p>Đường Bến Hạc</p></li></ol></body></html>`,
    '<h2>Thông báo</h2><p><strong>Cúp nước</strong> từ <sup>8</sup> giờ</p><ol start="3"><li>Đường Cầu Mây</li><li>Đường Bến Hạc</li></ol>',
  ],
  [
    'Zalo',
    `<html><body><!--StartFragment--><span style="color: rgb(8, 27, 58); font-family: &quot;SegoeuiPc&quot;, &quot;Segoe UI&quot;, sans-serif; font-style: normal; font-weight: 400; white-space: pre-wrap; display: inline !important; float: none;">Kính mời bà con họp tổ dân phố\n- Thời gian: 19 giờ\n\nTrân trọng!</span><!--EndFragment--></body></html>`,
    '<p>Kính mời bà con họp tổ dân phố<br />- Thời gian: 19 giờ</p><p>Trân trọng!</p>',
  ],
  [
    'Facebook',
    `<div class="xdj266r x11i5rnm" style="margin: 0px; white-space: pre-wrap;"><div dir="auto" style="font-family: inherit;">Ngày hội hiến máu <span class="html-span"><img height="16" width="16" alt="❤️" src="https://static.xx.fbcdn.example/emoji/1.png"></span></div></div><div class="x14z9mp" style="white-space: pre-wrap;"><div dir="auto">Đăng ký: <span><a role="link" href="https://l.facebook.com/l.php?u=https%3A%2F%2Fhacvan.example%2Fhien-mau%3Ffbclid%3D1&amp;h=AT0">hacvan.example</a></span></div></div>`,
    '<p>Ngày hội hiến máu ❤️</p><p>Đăng ký: <a href="https://hacvan.example/hien-mau?fbclid=1">hacvan.example</a></p>',
  ],
  [
    'Word on the web',
    `<div class="OutlineElement Ltr SCXW1"><p class="Paragraph SCXW1" role="heading" aria-level="1" style="font-weight:normal;"><span class="TextRun" style="font-weight:bold;"><span class="NormalTextRun">Kế hoạch</span></span><span class="EOP">&nbsp;</span></p></div><div class="ListContainerWrapper SCXW1"><ul role="list" class="BulletListStyle1"><li data-leveltext="·" data-aria-level="1" role="listitem" class="OutlineElement"><p class="Paragraph"><span class="TextRun">Dọn vệ sinh</span><span class="EOP">&nbsp;</span></p></li></ul></div>`,
    '<h2>Kế hoạch</h2><ul><li>Dọn vệ sinh</li></ul>',
  ],
  [
    'a web page',
    `<article style="box-sizing: border-box;"><header><h1 style="font-size: 32px;">Tin</h1></header><section><p style="margin: 0px;">Bà con <em>lưu ý</em></p><dl><dt>Nơi</dt><dd>Nhà văn hóa</dd></dl></section></article>`,
    '<h2>Tin</h2><p>Bà con <em>lưu ý</em></p><p>Nơi</p><p>Nhà văn hóa</p>',
  ],
])('takes what %s copies', (_, html, expected) =>
  expect(cleanTree(parseHtml(html))).toEqual({ html: expected, pictures: [], leftOut: [], warnings: [] }),
);
