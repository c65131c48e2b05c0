import { DeleteObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { localCredentials } from '../../../infra/local/compute/aws-environment.ts';
import { bucketName } from '../../../infra/local/data/local-names.ts';
import { ofType } from '../../../infra/local/template/template.ts';
import { type SearchBody, searchClient } from '../../support/search-client.ts';
import { staffApi } from '../../support/staff-api.ts';
import { templateOf } from '../../support/templates.ts';
import { useSharedPortal } from '../../support/use-portal.ts';

const portal = await useSharedPortal();
const { as, create, published } = staffApi(portal);

const { search, idsOf, page, expectIds } = searchClient(portal.url);

test('finds published and corrected articles within five seconds, and withdrawn ones no longer', async () => {
  const q = 'dua thuyen tren ho sen trang';
  expect((await search({ q })).body).toEqual({ items: [], next: null, total: 0, repaired: null });
  const article = await published({ title: 'Hội đua thuyền trên hồ Sen Trắng' });
  await expectIds(q, [article.id]);
  const saved = await as.editor<typeof article>(`/articles/${article.id}`, {
    method: 'PUT',
    ifMatch: article.version,
    body: { title: 'Chung kết cờ tướng đình làng', body: '<p>a</p>', category: 'thong-bao' },
  });
  await as.editor(`/articles/${article.id}/publish`, { method: 'POST', ifMatch: saved.body.version });
  await expectIds('chung ket co tuong dinh lang', [article.id]);
  expect(await idsOf(q)).toEqual([]);
  await as.editor(`/articles/${article.id}/withdraw`, { method: 'POST', ifMatch: saved.body.version + 1 });
  // At once, though the index is out of date: the articles of a page are read from the table.
  expect(await idsOf('chung ket co tuong dinh lang')).toEqual([]);
});

test('finds neither drafts nor scheduled articles', async () => {
  await create({ title: 'Bản nháp vườn ươm' });
  await published({ title: 'Hẹn giờ vườn ươm' }, '2999-01-01T00:00:00Z');
  const { id } = await published({ title: 'Đã đăng vườn ươm' });
  await expectIds('vườn ươm', [id]);
});

test('returns the URL of an article and a snippet in HTML', async () => {
  const article = await published({
    title: 'Thông báo thu lệ phí & rà soát',
    category: 'thong-bao',
    body: '<p>Từ <strong>mùng năm</strong>, phí trông xe < 5.000 đồng & không thu thêm.</p>',
  });
  await expectIds('phí trông xe', [article.id]);
  const { items, total } = (await search({ q: 'phi trong xe' })).body;
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

describe('ways to type a query', () => {
  test('matches any spelling of diacritics, and ranks the typed one first', async () => {
    const street = await published({ title: 'Sửa đường Quý Hợp' });
    const crime = await published({ title: 'Sửa dường như quý hợp' });
    await expectIds('đường quý hợp', [street.id, crime.id]);
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

  test('matches i and y alike, and ranks the typed one first', async () => {
    const withI = await published({ title: 'Giá vàng lên hai tỉ đồng' });
    const withY = await published({ title: 'Giá vàng lên hai tỷ đồng' });
    await expectIds('hai tỷ đồng', [withY.id, withI.id]);
    expect(await idsOf('hai tỉ đồng')).toEqual([withI.id, withY.id]);
  });

  test('matches phrases, excludes words and finds codes', async () => {
    const order = await published({ title: 'Nghị quyết 09-NQ/TW về cây xanh bóng mát' });
    const plain = await published({ title: 'Cây mát bóng xanh' });
    await expectIds('"bóng mát"', [order.id]);
    expect(await idsOf('"mát bóng xanh"')).toEqual([plain.id]);
    expect(await idsOf('cây xanh bóng mát -"nghị quyết"')).toEqual([plain.id]);
    expect(await idsOf('cây xanh −bóng')).toEqual([]);
    for (const q of ['09-NQ/TW', '09 nq tw', '"09-NQ/TW"']) expect(await idsOf(q)).toEqual([order.id]);
  });

  test('corrects a typo and says so', async () => {
    const { id } = await published({ title: 'Tập huấn chăn nuôi ong mật' });
    await expectIds('chăn nuôi ong', [id]);
    const { items, repaired } = (await search({ q: 'chan nuoi oong mat' })).body;
    expect([items.map((item) => item.id), repaired]).toEqual([[id], 'chăn nuôi ong mật']);
    const { html } = await page({ q: 'chan nuoi oong mat' });
    expect(html).toContain('<strong>chăn nuôi ong mật</strong>');
  });

  test('ranks the newer of two similar articles first', async () => {
    const old = await published({ title: 'Phiên chợ đồ cũ' }, '2024-03-01T00:00:00Z');
    const recent = await published({ title: 'Phiên chợ đồ cũ' });
    await expectIds('phiên chợ đồ cũ', [recent.id, old.id]);
  });
});

test('filters by category and by days in Viet Nam, both included', async () => {
  const at = (time: string, category: string) =>
    published({ title: 'Lịch phun thuốc diệt muỗi', category }, `${time}+07:00`);
  const first = await at('2025-03-01T00:00:00', 'tin-tuc');
  const last = await at('2025-03-31T23:59:59', 'thong-bao');
  const after = await at('2025-04-01T00:00:00', 'thong-bao');
  const q = 'diệt muỗi';
  await expect.poll(async () => (await idsOf(q)).length, { timeout: 5_000 }).toBe(3);
  const ids = async (filter: Record<string, string>) =>
    (await search({ q, ...filter })).body.items.map(({ id }) => id).toSorted();
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

test('pages through the same results in JSON and in HTML', async () => {
  const created: string[] = [];
  for (let n = 0; n < 23; n += 1) {
    created.push(
      (
        await published(
          { title: `Bảng tin khu nhà số ${n}` },
          `2026-01-${String(n + 1).padStart(2, '0')}T00:00:00Z`,
        )
      ).id,
    );
  }
  const q = 'bảng tin khu nhà';
  await expect.poll(async () => (await search({ q })).body.total, { timeout: 5_000 }).toBe(23);
  const ids: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const { body }: { body: SearchBody } = await search({ q, ...(cursor && { cursor }) });
    ids.push(...body.items.map(({ id }) => id));
    cursor = body.next;
  }
  expect(ids).toEqual(created.toReversed());
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

test('serves the suggested titles in a cacheable file', async () => {
  const reply = await fetch(`${portal.url}/tim-kiem/goi-y.json`);
  expect(reply.headers.get('cache-control')).toBe('public, max-age=300');
  const titles = (await reply.json()) as string[];
  expect(titles).toContain('Đã đăng vườn ươm');
  expect(titles).not.toContain('Hẹn giờ vườn ươm');
  expect(titles).not.toContain('Bản nháp vườn ươm');
});

test('answers HEAD like GET, without a body', async () => {
  const reply = await fetch(`${portal.url}/tim-kiem?q=a`, { method: 'HEAD' });
  expect([reply.status, await reply.text()]).toEqual([200, '']);
});

test('a cold start finds every article, with pending records, a snapshot or a rebuilt snapshot', async () => {
  const { id } = await published({ title: 'Còn nguyên sau khi khởi động lại' });
  portal.functions.search.crash();
  await expectIds('còn nguyên khởi động lại', [id]);
  expect(await portal.functions['search-compactor'].invoke({ force: true })).toMatchObject({
    outcome: 'written',
  });
  portal.functions.search.crash();
  await expectIds('còn nguyên khởi động lại', [id]);
  expect(await portal.functions['search-compactor'].invoke({ rebuild: true })).toMatchObject({
    outcome: 'rebuilt',
  });
  await expectIds('còn nguyên khởi động lại', [id]);
});

test('a search and the next compaction do without the snapshots that the bucket has lost', async () => {
  const { id } = await published({ title: 'Kho lưu trữ mất sạch mà vẫn tìm thấy' });
  onTestFinished(() => {
    portal.setClock(null);
    // Its index is of a time to come.
    portal.functions.search.crash();
  });
  const compactor = portal.functions['search-compactor'];
  const written = expect.objectContaining({ outcome: expect.stringMatching(/written|rebuilt/) });
  expect(await compactor.invoke({ force: true })).toEqual(written);
  // By then the records are old enough to be removed, and by the third snapshot the first.
  portal.setClock(new Date(Date.now() + 120_000));
  expect(await compactor.invoke({ force: true })).toEqual(written);
  expect(await compactor.invoke({ force: true })).toMatchObject({ records: 0 });
  const s3 = new S3Client({ endpoint: portal.sqsUrl, forcePathStyle: true, ...localCredentials });
  const Bucket = bucketName(
    ofType(templateOf('dev'), 'AWS::S3::Bucket').find((bucket) => bucket.id.startsWith('SearchBucket'))?.id ??
      '',
  );
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket }));
  expect(Contents).toHaveLength(2);
  for (const { Key } of Contents) await s3.send(new DeleteObjectCommand({ Bucket, Key }));

  portal.functions.search.crash();
  await expectIds('kho lưu trữ mất sạch', [id]);
  expect(await compactor.invoke({})).toMatchObject({ outcome: 'rebuilt' });
});
