const image = '<img src="/images/01kb0000000000000000000000" />';

/** Sanitized bodies with the number of their words, for whatever counts words. */
export const bodiesWithWords: readonly [body: string, words: number][] = [
  ['', 0],
  ['<p></p>', 0],
  ['<h2>Chợ Hạc</h2><p>mở cửa</p><ul><li>sớm</li></ul>', 5],
  ['<p><strong>B</strong>ến <em>H</em>ạc, m<sup>2</sup></p>', 3],
  ['<p>Xem <a href="https://example.vn/a b">Kế hoạch số 12</a>.</p>', 5],
  ['<p>một<br />hai</p><hr /><p>ba\u00a0bốn  –  năm</p>', 6],
  [`<figure>${image}<figcaption>Bờ kè mới</figcaption></figure><p>x</p>`, 4],
  ['<table><tbody><tr><td>a</td><td>b c</td></tr></tbody></table>', 3],
  ['<p>&lt;b&gt; 1 &amp; 2 &quot;ba&quot;</p>', 5],
];
