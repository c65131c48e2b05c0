import { expect, test } from 'vitest';
import { searchClient } from '../../support/search-client.ts';
import { staffApi } from '../../support/staff-api.ts';
import { useSharedPortal } from '../../support/use-portal.ts';

const portal = await useSharedPortal();
const { published } = staffApi(portal);
const { search, page } = searchClient(portal.url);

const harmless: [string, string][] = [
  ['nothing', ''],
  ['punctuation', '?!.,;:()*^~-"'],
  ['stop words', 'và của là các'],
  ['operators', 'a AND OR NOT NEAR("b" c, 5) {title}: ^x* + -'],
  ['quotes', `'"''""'"`],
  ['SQL', `'; drop table article; --`],
  ['an emoji', '🎉🇻🇳'],
  ['text from the right', 'مرحبا بالعالم'],
  ['Chinese', '北京'],
  ['a hundred words', 'a '.repeat(100)],
  ['one long word', 'a'.repeat(300)],
  ['token syntax', 'shoi p~ |x, c:tin-tuc'],
  ['percent signs', '%_%'],
  // What a pattern or a correction could take too long for: an answer takes at most the function's time.
  ['one syllable many times', 'nghieeeeng '.repeat(27)],
  ['letters without a vowel', 'ngh'.repeat(100)],
  ['quotes that never close', '"a '.repeat(100)],
  ['white space without end', ` a${'\u2003 '.repeat(140)}b`],
  ['days without end', 'từ 1/1/2026 đến '.repeat(18)],
];
test.each(harmless)('answers %s', async (_, q) => {
  const { status, body } = await search({ q });
  expect([status, Array.isArray(body.items)]).toEqual([200, true]);
  expect((await page({ q })).status).toBe(200);
});

const refused: [string, Record<string, string>, string][] = [
  ['5,000 characters', { q: 'a '.repeat(2500) }, 'q'],
  ['200 words', { q: 'chữ '.repeat(200) }, 'q'],
  ['a control character', { q: 'a\u0000b' }, 'q'],
  ['a malformed category', { q: 'a', category: '../x' }, 'category'],
  ['a day that does not exist', { q: 'a', from: '2026-02-30' }, 'from'],
  ['an instant', { q: 'a', to: '2026-02-03T00:00' }, 'to'],
  ['days in the wrong order', { q: 'a', from: '2026-02-03', to: '2026-02-01' }, 'from'],
];
test.each(refused)('refuses %s, with the field and the reason', async (_, query, field) => {
  const { status, body } = await search(query);
  expect([status, body.code]).toEqual([422, 'invalid_fields']);
  expect(body.errors).toEqual([{ field, reason: expect.any(String) }]);
});

test.each([
  ['5,000 characters', { q: 'a '.repeat(2500) }],
  ['text for a day', { q: 'a', tu: 'hôm qua' }],
  ['days in the wrong order', { q: 'a', tu: '2026-02-03', den: '2026-02-01' }],
  ['page -1', { q: 'a', trang: '-1' }],
  ['page 0', { q: 'a', trang: '0' }],
  ['page 10⁹', { q: 'a', trang: '1000000000' }],
] as [string, Record<string, string>][])('explains %s on the page, with the form', async (_, query) => {
  const { status, html } = await page(query);
  expect(status).toBe(422);
  expect(html).toContain('role="alert"');
  expect(html).toContain('action="/tim-kiem"');
});

test.each(['abc', '%00', 'WyJhIiwiMTAiXQ', Buffer.from('["x","999999"]').toString('base64url')])(
  'refuses the cursor %s',
  async (cursor) => {
    const { status, body } = await search({ q: 'bảng tin', cursor });
    expect([status, body.code]).toEqual([400, 'invalid_cursor']);
  },
);

test('refuses a cursor of another query', async () => {
  for (let n = 0; n <= 10; n += 1) await published({ title: `Lịch trực trạm bơm ${n}` });
  const q = 'lịch trực trạm bơm';
  await expect.poll(async () => (await search({ q })).body.total, { timeout: 5_000 }).toBe(11);
  const cursor = (await search({ q })).body.next ?? '';
  expect((await search({ q: 'lịch trực', cursor })).status).toBe(400);
  expect((await search({ q, cursor })).status).toBe(200);
});

test('survives a lone surrogate and malformed percent-encoding', async () => {
  for (const q of ['%ED%A0%80', '%', '%C3%28']) {
    expect((await fetch(`${portal.url}/api/search?q=${q}`)).status).toBeLessThan(500);
    expect((await fetch(`${portal.url}/tim-kiem?q=${q}`)).status).toBeLessThan(500);
  }
});

test('escapes the query on the page', async () => {
  const { html } = await page({ q: '"><script>alert(1)</script>' });
  expect(html).not.toContain('<script>alert');
});

test('says that nothing was found, with links to a wider search and to categories', async () => {
  const { html, headers } = await page({ q: 'zzyzx qwrtp', tu: '2026-01-01' });
  expect(html).toContain('Không tìm thấy tin nào cho <q>zzyzx qwrtp</q>');
  expect(html).toContain('Chưa có tin nào chứa các từ <strong>zzyzx</strong>, <strong>qwrtp</strong>.');
  expect(html).toContain('href="/tim-kiem?q=zzyzx+qwrtp"');
  expect(html).toContain('href="/thong-bao"');
  expect(html).toContain('content="noindex, follow"');
  expect(headers.get('cache-control')).toBe('public, max-age=0, s-maxage=2');
});

test('says what it understood, which word is unknown and which articles are nearest', async () => {
  const { title } = await published({ title: 'Nạo vét kênh Rạch Tràm' });
  await expect.poll(async () => (await search({ q: title })).body.total, { timeout: 5_000 }).toBe(1);
  const { html } = await page({
    q: '"nạo vét zzyzx" -kênh',
    'chuyen-muc': 'thong-bao',
    tu: '2026-01-01',
    den: '2026-01-31',
  });
  const said = /role="status">(.*?)<\/p>/s
    .exec(html)?.[1]
    ?.replace(/<[^>]+>/g, '')
    .replaceAll('&quot;', '"');
  expect(said).toBe(
    'Không tìm thấy tin nào cho "nạo vét zzyzx" -kênh trong chuyên mục Thông báo, từ 01/01/2026 đến 31/01/2026. Chưa có tin nào chứa từ zzyzx.',
  );
  expect(html).toContain(`>${title}</a>`);
  const hrefs = [...html.matchAll(/href="\/tim-kiem\?([^"]+)"/g)].map(([, query = '']) =>
    new URLSearchParams(query.replaceAll('&amp;', '&')).get('q'),
  );
  expect(hrefs).toEqual(['"nạo vét zzyzx" -kênh', 'nạo vét zzyzx -kênh', '"nạo vét zzyzx"']);
});
