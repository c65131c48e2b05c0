import { expect, test } from 'vitest';
import { imagesIn, readableText } from '../../../../../functions/console/browser/drafts/readable-text.ts';

test.each([
  ['<p>Một <strong>hai</strong></p>\n<p>ba<br />bốn</p>', 'Một hai\nba\nbốn'],
  ['<ul><li>Một</li><li><p>Hai</p></li></ul>', '• Một\n• Hai'],
  [
    '<table><tr><th scope="col">Giờ</th><th>Việc</th></tr><tr><td>7</td><td>Họp</td></tr></table>',
    'Giờ | Việc\n7 | Họp',
  ],
  ['<p>Xem <a href="/thong-bao" rel="nofollow">tại <em>đây</em></a>.</p>', 'Xem tại đây (/thong-bao).'],
  ['<p>1 &lt; 2 &amp; 3</p><hr /><p>hết</p>', '1 < 2 & 3\n———\nhết'],
  [
    '<figure><img src="/images/01kb0000000000000000000000" /><figcaption>Chú thích</figcaption></figure>',
    'Chú thích',
  ],
])('%s', (html, text) => {
  expect(readableText(html)).toBe(text);
});

test('images are found in order', () => {
  const image = (n: number) => `<img src="/images/01kb000000000000000000000${n}" />`;
  expect(imagesIn(`<figure>${image(2)}</figure><p>${image(1)}</p>`)).toEqual([
    '01kb0000000000000000000002',
    '01kb0000000000000000000001',
  ]);
});
