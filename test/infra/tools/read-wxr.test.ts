import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { readWxr } from '../../../infra/tools/articles/read-wxr.ts';
import { splitLines } from '../../../infra/tools/articles/split-lines.ts';

/**
 * An export of a fictional ward, as WordPress writes it:
 * https://github.com/WordPress/WordPress/blob/master/wp-admin/includes/export.php
 */
const wxr = (items: string) => `<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Phường Hạc Vân</title><link>https://cu.hacvan.example</link>${items}</channel></rss>`;

const post = (fields: {
  id: number;
  status?: string;
  type?: string;
  body?: string;
  title?: string;
}) => `<item>
<title><![CDATA[${fields.title ?? 'Họp tổ dân phố & liên hoan'}]]></title>
<link>https://cu.hacvan.example/2021/10/22/hop-to-dan-pho-${fields.id}/</link>
<dc:creator><![CDATA[lan.tran]]></dc:creator>
<content:encoded><![CDATA[${fields.body ?? '<!-- wp:paragraph --><p>Mời bà con.</p><!-- /wp:paragraph -->'}]]></content:encoded>
<excerpt:encoded><![CDATA[Mời <b>họp</b>]]></excerpt:encoded>
<wp:post_id>${fields.id}</wp:post_id>
<wp:post_date_gmt><![CDATA[2021-10-22 01:30:00]]></wp:post_date_gmt>
<wp:post_modified_gmt><![CDATA[2021-10-23 02:00:00]]></wp:post_modified_gmt>
<wp:status><![CDATA[${fields.status ?? 'publish'}]]></wp:status>
<wp:post_type><![CDATA[${fields.type ?? 'post'}]]></wp:post_type>
<category domain="category" nicename="tin-tuc"><![CDATA[Tin tức]]></category>
<category domain="post_tag" nicename="hop-dan"><![CDATA[họp dân]]></category>
</item>`;

const read = async (text: string | Buffer, chunkBytes = 100) => {
  const bytes = Buffer.from(text);
  const chunks = Array.from({ length: Math.ceil(bytes.length / chunkBytes) }, (_, n) =>
    bytes.subarray(n * chunkBytes, (n + 1) * chunkBytes),
  );
  const results = [];
  for await (const result of readWxr('cu.xml', Readable.from(chunks))) results.push(result);
  return results;
};

test('reads posts with their dates, URLs, categories and tags', async () => {
  const [first, second, ...others] = await read(wxr(post({ id: 5 }) + post({ id: 6, status: 'draft' })));
  expect(first).toMatchObject({
    location: 'cu.xml: post 5',
    record: {
      title: 'Họp tổ dân phố & liên hoan',
      body: '<p>Mời bà con.</p>',
      summary: 'Mời  họp'.replace(/\s+/g, ' '),
      category: 'tin-tuc',
      tags: ['họp dân'],
      author: 'lan.tran',
      oldUrls: ['/2021/10/22/hop-to-dan-pho-5/'],
      status: 'published',
      publishedAt: '2021-10-22T01:30:00.000Z',
      updatedAt: '2021-10-23T02:00:00.000Z',
    },
  });
  expect(second).toMatchObject({ record: { status: 'draft' } });
  expect(others).toEqual([]);
});

test('gives a post the same id at every import, and another post another id', async () => {
  const ids = async (text: string) =>
    (await read(text, 37)).map((result) => ('record' in result ? result.record.id : null));
  const first = await ids(wxr(post({ id: 5 }) + post({ id: 6 })));
  expect(await ids(wxr(post({ id: 5, title: 'Tên khác' }) + post({ id: 6 })))).toEqual(first);
  expect(new Set(first).size).toBe(2);
});

test('skips pages, attachments and the trash, and turns empty lines into paragraphs', async () => {
  const results = await read(
    wxr(
      post({ id: 1, type: 'page' }) +
        post({ id: 2, type: 'attachment' }) +
        post({ id: 3, status: 'trash' }) +
        post({ id: 4, body: 'Đoạn một\nxuống dòng\n\nĐoạn hai' }),
    ),
  );
  expect(results).toMatchObject([{ record: { body: '<p>Đoạn một<br>xuống dòng</p>\n<p>Đoạn hai</p>' } }]);
});

test.each([
  ['is truncated', wxr(post({ id: 5 })).slice(0, -200), /not well-formed XML/],
  ['is not XML', 'Đây không phải XML', /not well-formed XML/],
  ['is in Latin-1', Buffer.from(wxr(post({ id: 5, title: 'Café' })), 'latin1'), /not UTF-8/],
])('refuses an export that %s, with the reason', async (_, text, reason) => {
  const results = await read(text, 1000);
  expect(results.at(-1)).toMatchObject({ location: 'cu.xml', reason: expect.stringMatching(reason) });
});

test('refuses a post in VNI', async () => {
  const [result] = await read(wxr(post({ id: 5, title: 'UÛy ban nhaân daân phöôøng toå chöùc hoïp daân' })));
  expect(result).toMatchObject({ reason: expect.stringContaining('VNI') });
});

test('reads on after a line of a gigabyte, which is too long', async () => {
  const megabyte = Buffer.alloc(1_000_000, 'x');
  const gigabyte = async function* () {
    for (let n = 0; n < 1000; n += 1) yield megabyte;
    yield Buffer.from('\nmột dòng\n');
  };
  const lines = [];
  for await (const { number, bytes } of splitLines(gigabyte(), 2_000_000))
    lines.push([number, String(bytes)]);
  expect(lines).toEqual([
    [1, 'too long'],
    [2, 'một dòng'],
  ]);
});
