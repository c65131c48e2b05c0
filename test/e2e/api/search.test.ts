import { describe, expect, test } from 'vitest';
import { staffApi } from '../../support/staff-api.ts';
import { usePortal } from '../../support/use-portal.ts';

const portal = await usePortal();
const { as, create, published } = staffApi(portal);

type Item = {
  id: string;
  title: string;
  url: string;
  snippet: string;
  category: string;
  publishedAt: string;
};
type Body = { items: Item[]; total: number; next: string | null; repaired: string | null };

const find = async (query: Record<string, string>) => {
  const reply = await fetch(`${portal.url}/api/search?${new URLSearchParams(query)}`);
  return { status: reply.status, body: (await reply.json()) as Body & { code?: string; errors?: unknown } };
};
const idsOf = async (q: string) => (await find({ q })).body.items.map(({ id }) => id);
const page = async (query: Record<string, string>) => {
  const reply = await fetch(`${portal.url}/tim-kiem?${new URLSearchParams(query)}`);
  return { status: reply.status, headers: reply.headers, html: await reply.text() };
};
/** Waits until the function has applied what was just published. */
const seen = async (q: string, ids: string[]) => expect.poll(() => idsOf(q), { timeout: 5_000 }).toEqual(ids);

test('what is published is found within five seconds, what is corrected too, and what is withdrawn is gone', async () => {
  const q = 'dua thuyen tren ho sen trang';
  expect((await find({ q })).body).toEqual({ items: [], next: null, total: 0, repaired: null });
  const article = await published({ title: 'Hội đua thuyền trên hồ Sen Trắng' });
  await seen(q, [article.id]);
  const saved = await as.editor<typeof article>(`/articles/${article.id}`, {
    method: 'PUT',
    ifMatch: article.version,
    body: { title: 'Giải bơi vượt sông Lam Vân', body: '<p>a</p>', category: 'thong-bao' },
  });
  await as.editor(`/articles/${article.id}/publish`, { method: 'POST', ifMatch: saved.body.version });
  await seen('boi vuot song lam van', [article.id]);
  expect(await idsOf(q)).toEqual([]);
  await as.editor(`/articles/${article.id}/withdraw`, { method: 'POST', ifMatch: saved.body.version + 1 });
  // Even before the index knows: what an answer shows is read from the table.
  expect(await idsOf('boi vuot song lam van')).toEqual([]);
});

test('drafts and what is scheduled are in no answer', async () => {
  await create({ title: 'Bản nháp vườn ươm' });
  await published({ title: 'Hẹn giờ vườn ươm' }, '2999-01-01T00:00:00Z');
  const { id } = await published({ title: 'Đã đăng vườn ươm' });
  await seen('vườn ươm', [id]);
});

test('an item says where the article is and why it was found, the snippet as HTML', async () => {
  const article = await published({
    title: 'Thông báo thu lệ phí & rà soát',
    category: 'thong-bao',
    body: '<p>Từ <strong>mùng năm</strong>, phí trông xe < 5.000 đồng & không thu thêm.</p>',
  });
  await seen('phí trông xe', [article.id]);
  const { items, total } = (await find({ q: 'phi trong xe' })).body;
  expect(total).toBe(1);
  expect(items).toEqual([
    {
      id: article.id,
      title: 'Thông báo thu lệ phí & rà soát',
      url: article.url,
      category: 'thong-bao',
      publishedAt: article.publishedAt,
      snippet: expect.stringContaining('<mark>phí trông xe</mark> &lt; 5.000 đồng &amp; không'),
    },
  ]);
});

describe('how a query may be typed', () => {
  test('it is found however it is typed, and what was meant comes first', async () => {
    const street = await published({ title: 'Sửa đường Quý Hợp' });
    const crime = await published({ title: 'Sửa dường như quý hợp' });
    await seen('đường quý hợp', [street.id, crime.id]);
    for (const q of [
      'Đường Quý Hợp',
      'ĐƯỜNG QUÝ HỢP',
      'đường quí hợp',
      'đường quý hợp'.normalize('NFD'),
      'hợp quý đường',
      'đường quý hơp',
      'ðường quý hợp',
    ]) {
      expect([q, (await idsOf(q))[0]]).toEqual([q, street.id]);
    }
    for (const q of ['duong quy hop', 'sua duong qui hop']) {
      expect([q, (await idsOf(q)).toSorted()]).toEqual([q, [street.id, crime.id].toSorted()]);
    }
    expect((await idsOf('dường như quý hợp'))[0]).toBe(crime.id);
  });

  test('with i or with y it is found alike, and as it was typed first', async () => {
    const withI = await published({ title: 'Giá vàng lên hai tỉ đồng' });
    const withY = await published({ title: 'Giá vàng lên hai tỷ đồng' });
    await seen('hai tỷ đồng', [withY.id, withI.id]);
    expect(await idsOf('hai tỉ đồng')).toEqual([withI.id, withY.id]);
  });

  test('phrases hold together, excluded words keep out, codes are found', async () => {
    const order = await published({ title: 'Nghị quyết 09-NQ/TW về cây xanh bóng mát' });
    const plain = await published({ title: 'Cây mát bóng xanh' });
    await seen('"bóng mát"', [order.id]);
    expect(await idsOf('"mát bóng xanh"')).toEqual([plain.id]);
    expect(await idsOf('cây xanh bóng mát -"nghị quyết"')).toEqual([plain.id]);
    expect(await idsOf('cây xanh −bóng')).toEqual([]);
    for (const q of ['09-NQ/TW', '09 nq tw', '"09-NQ/TW"']) expect(await idsOf(q)).toEqual([order.id]);
  });

  test('a slip of the finger is put right, and said', async () => {
    const { id } = await published({ title: 'Tập huấn chăn nuôi ong mật' });
    await seen('chăn nuôi ong', [id]);
    const { items, repaired } = (await find({ q: 'chan nuoi oong mat' })).body;
    expect([items.map((item) => item.id), repaired]).toEqual([[id], 'chăn nuôi ong mật']);
    const { html } = await page({ q: 'chan nuoi oong mat' });
    expect(html).toContain('<strong>chăn nuôi ong mật</strong>');
  });

  test('of alike articles the newer one comes first', async () => {
    const old = await published({ title: 'Phiên chợ đồ cũ' }, '2024-03-01T00:00:00Z');
    const recent = await published({ title: 'Phiên chợ đồ cũ' });
    await seen('phiên chợ đồ cũ', [recent.id, old.id]);
  });
});

test('filters keep to a category and to days as they are in Viet Nam, both included', async () => {
  const at = (time: string, category: string) =>
    published({ title: 'Lịch phun thuốc diệt muỗi', category }, `${time}+07:00`);
  const first = await at('2025-03-01T00:00:00', 'tin-tuc');
  const last = await at('2025-03-31T23:59:59', 'thong-bao');
  const after = await at('2025-04-01T00:00:00', 'thong-bao');
  const q = 'diệt muỗi';
  await expect.poll(async () => (await idsOf(q)).length, { timeout: 5_000 }).toBe(3);
  const ids = async (filter: Record<string, string>) =>
    (await find({ q, ...filter })).body.items.map(({ id }) => id).toSorted();
  expect(await ids({ from: '2025-03-01', to: '2025-03-31' })).toEqual([first.id, last.id].toSorted());
  expect(await ids({ from: '2025-04-01' })).toEqual([after.id]);
  expect(await ids({ to: '2025-03-31', category: 'thong-bao' })).toEqual([last.id]);
  expect(await ids({ category: 'khong-co' })).toEqual([]);
  const { html } = await page({ q, 'chuyen-muc': 'thong-bao', tu: '2025-03-01', den: '2025-03-31' });
  expect(html).toContain(last.url);
  expect(html).not.toContain(first.url);
  expect(html).toContain('value="2025-03-01"');
  expect(html).toMatch(/<option value="thong-bao" selected/);
});

test('answers are read page by page, the same ones by JSON and as pages', async () => {
  const made: string[] = [];
  for (let n = 0; n < 23; n += 1) {
    made.push(
      (
        await published(
          { title: `Bảng tin khu nhà số ${n}` },
          `2026-01-${String(n + 1).padStart(2, '0')}T00:00:00Z`,
        )
      ).id,
    );
  }
  const q = 'bảng tin khu nhà';
  await expect.poll(async () => (await find({ q })).body.total, { timeout: 5_000 }).toBe(23);
  const ids: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const { body }: { body: Body } = await find({ q, ...(cursor && { cursor }) });
    ids.push(...body.items.map(({ id }) => id));
    cursor = body.next;
  }
  expect(ids).toEqual(made.toReversed());
  const shown = [];
  for (const trang of ['1', '2', '3']) {
    const { html } = await page({ q, trang });
    shown.push(...Array.from(html.matchAll(/<h2><a href="[^"]*-([0-9a-z]{26})">/g), ([, id]) => id));
  }
  expect(shown).toEqual(ids);
  expect((await page({ q, trang: '4' })).html).toContain('không có đến trang 4');
  const { html } = await page({ q, trang: '2' });
  expect(html).toContain('rel="prev"');
  expect(html).toContain('trang=3');
  expect(html).toContain('Tìm thấy 23 tin');
});

describe('bad input', () => {
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
  ];
  test.each(harmless)('%s: an answer', async (_, q) => {
    const { status, body } = await find({ q });
    expect([status, Array.isArray(body.items)]).toEqual([200, true]);
    expect((await page({ q })).status).toBe(200);
  });

  const refused: [string, Record<string, string>, string][] = [
    ['5,000 characters', { q: 'a '.repeat(2500) }, 'q'],
    ['200 words', { q: 'chữ '.repeat(200) }, 'q'],
    ['a control character', { q: 'a\u0000b' }, 'q'],
    ['a category that cannot be', { q: 'a', category: '../x' }, 'category'],
    ['no day', { q: 'a', from: '2026-02-30' }, 'from'],
    ['an instant', { q: 'a', to: '2026-02-03T00:00' }, 'to'],
    ['days the wrong way round', { q: 'a', from: '2026-02-03', to: '2026-02-01' }, 'from'],
  ];
  test.each(refused)('%s: refused, with the field and why', async (_, query, field) => {
    const { status, body } = await find(query);
    expect([status, body.code]).toEqual([422, 'invalid_fields']);
    expect(body.errors).toEqual([{ field, reason: expect.any(String) }]);
  });

  test.each([
    ['5,000 characters', { q: 'a '.repeat(2500) }],
    ['no day', { q: 'a', tu: 'hôm qua' }],
    ['days the wrong way round', { q: 'a', tu: '2026-02-03', den: '2026-02-01' }],
    ['page -1', { q: 'a', trang: '-1' }],
    ['page 0', { q: 'a', trang: '0' }],
    ['page 10⁹', { q: 'a', trang: '1000000000' }],
  ] as [string, Record<string, string>][])('%s: said on the page, with the form', async (_, query) => {
    const { status, html } = await page(query);
    expect(status).toBe(422);
    expect(html).toContain('role="alert"');
    expect(html).toContain('action="/tim-kiem"');
  });

  test.each(['abc', '%00', 'WyJhIiwiMTAiXQ', Buffer.from('["x","999999"]').toString('base64url')])(
    'the cursor %s: refused',
    async (cursor) => {
      const { status, body } = await find({ q: 'bảng tin', cursor });
      expect([status, body.code]).toEqual([400, 'invalid_cursor']);
    },
  );

  test('a cursor of another question is none of this one', async () => {
    const { next } = (await find({ q: 'bảng tin khu nhà' })).body;
    expect((await find({ q: 'bảng tin', cursor: next ?? '' })).status).toBe(400);
    expect((await find({ q: 'bảng tin khu nhà', cursor: next ?? '' })).status).toBe(200);
  });

  test('a lone surrogate and broken escapes are no 5xx', async () => {
    for (const q of ['%ED%A0%80', '%', '%C3%28']) {
      expect((await fetch(`${portal.url}/api/search?q=${q}`)).status).toBeLessThan(500);
      expect((await fetch(`${portal.url}/tim-kiem?q=${q}`)).status).toBeLessThan(500);
    }
  });

  test('what is typed is text on the page', async () => {
    const { html } = await page({ q: '"><script>alert(1)</script>' });
    expect(html).not.toContain('<script>alert');
  });
});

test('the page is honest when nothing is found, and leads on', async () => {
  const { html, headers } = await page({ q: 'zzyzx qwrtp', tu: '2026-01-01' });
  expect(html).toContain('Không tìm thấy tin nào cho <q>zzyzx qwrtp</q>');
  expect(html).toContain('href="/tim-kiem?q=zzyzx+qwrtp"');
  expect(html).toContain('href="/thong-bao"');
  expect(html).toContain('content="noindex, follow"');
  expect(headers.get('cache-control')).toBe('public, max-age=0, s-maxage=2');
});

test('titles are suggested from a file that may be kept', async () => {
  const reply = await fetch(`${portal.url}/tim-kiem/goi-y.json`);
  expect(reply.headers.get('cache-control')).toBe('public, max-age=300');
  const titles = (await reply.json()) as string[];
  expect(titles).toContain('Đã đăng vườn ươm');
  expect(titles).not.toContain('Hẹn giờ vườn ươm');
  expect(titles).not.toContain('Bản nháp vườn ươm');
});

test('HEAD is answered as GET', async () => {
  const reply = await fetch(`${portal.url}/tim-kiem?q=a`, { method: 'HEAD' });
  expect([reply.status, await reply.text()]).toEqual([200, '']);
});

test('a restarted function finds what was there, and so does one with a snapshot', async () => {
  const { id } = await published({ title: 'Còn nguyên sau khi khởi động lại' });
  portal.functions.search.crash();
  await seen('còn nguyên khởi động lại', [id]);
  expect(await portal.functions['search-compactor'].invoke({ force: true })).toMatchObject({
    outcome: 'written',
  });
  portal.functions.search.crash();
  await seen('còn nguyên khởi động lại', [id]);
  expect(await portal.functions['search-compactor'].invoke({ rebuild: true })).toMatchObject({
    outcome: 'rebuilt',
  });
  await seen('còn nguyên khởi động lại', [id]);
});
