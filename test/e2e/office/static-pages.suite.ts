import { expect, test } from 'vitest';
import type { SiteSettings } from '../../../shared/site/settings.ts';
import { consoleViolations } from '../../support/console-axe.ts';
import { consoleOpener } from '../../support/console-opener.ts';
import { staffApi } from '../../support/staff-api.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { useSharedPortal } from '../../support/use-portal.ts';

const portal = await useSharedPortal();
const { as, create, published } = staffApi(portal);
const open = consoleOpener(await useBrowser(), portal);
const path = '/quan-tri/trang';

const soon = { timeout: 20_000 };
const settings = () => as.admin<SiteSettings>('/settings');
const pagesNow = async () => (await settings()).body.pages;
/** Saves a change of the settings as somebody else does. */
const saveElsewhere = async (change: Partial<SiteSettings>) => {
  const { headers, body } = await settings();
  const ifMatch = Number(headers.get('etag')?.replaceAll('"', ''));
  const reply = await as.admin('/settings', { method: 'PUT', ifMatch, body: { ...body, ...change } });
  expect(reply.status).toBe(200);
};
const reader = async (address: string) => (await fetch(portal.gatewayUrl + address)).text();

test('puts pages into the footer, pairs and orders them, beside what others save, and loses a withdrawn one', async () => {
  const vi = await published({ title: 'Giới thiệu phường', category: 'trang' });
  const en = await published({ title: 'About the ward', category: 'trang' });
  await create({ title: 'Trang viết dở', category: 'trang' });
  const { page, messages, close } = await open('admin', path, { bypassCSP: true });
  const dialog = page.getByRole('dialog');
  const add = async (title: string, fill: () => Promise<unknown>) => {
    await page.getByRole('button', { name: `Đưa ${title} vào chân trang` }).click();
    await fill();
    await dialog.getByRole('button', { name: 'Đưa vào chân trang' }).click();
    await dialog.waitFor({ state: 'hidden' });
  };

  await add('Giới thiệu phường', async () => {
    expect(await dialog.getByLabel('Đường dẫn').inputValue()).toBe('gioi-thieu-phuong');
    await dialog.getByLabel('Đường dẫn').fill('Giới thiệu');
    await dialog.getByRole('button', { name: 'Đưa vào chân trang' }).click();
    await dialog.getByText('chỉ gồm chữ thường không dấu').waitFor();
    await dialog.getByLabel('Đường dẫn').fill('gioi-thieu');
    await dialog.getByLabel('Tên ở chân trang').fill('Giới thiệu');
  });
  await saveElsewhere({ telephone: '0233 123 456' });
  await add('About the ward', async () => {
    await dialog.getByLabel('Ngôn ngữ của trang').selectOption('tiếng Anh');
    await dialog.getByLabel('Cùng nội dung với').selectOption('Giới thiệu (tiếng Việt)');
  });
  expect((await settings()).body.telephone).toBe('0233 123 456');
  expect(await page.getByText('Đăng rồi mới đưa vào chân trang được.').count()).toBe(1);

  await page.getByRole('button', { name: /^Đổi chỗ trang Giới thiệu/ }).press('ArrowDown');
  await page.getByText('Thứ tự mới chưa được lưu.').waitFor();
  await page.getByRole('button', { name: 'Lưu thứ tự' }).click();
  const english = { slug: 'about-the-ward', article: en.id, language: 'en', translationOf: 'gioi-thieu' };
  await expect
    .poll(pagesNow, soon)
    .toMatchObject([english, { slug: 'gioi-thieu', name: 'Giới thiệu', article: vi.id }]);

  expect(await reader('/')).toContain('<a href="/trang/about-the-ward" lang="en" hreflang="en">');
  for (const slug of ['gioi-thieu', 'about-the-ward']) {
    const html = await reader(`/trang/${slug}`);
    expect(html).toContain(`hreflang="vi" href="${portal.url}/trang/gioi-thieu"`);
    expect(html).toContain(`hreflang="en" href="${portal.url}/trang/about-the-ward"`);
  }
  expect(await reader('/trang/about-the-ward')).toContain('<article class="article" lang="en">');

  // A renamed page keeps its pair.
  await page.getByRole('button', { name: 'Sửa liên kết Giới thiệu' }).click();
  await dialog.getByLabel('Đường dẫn').fill('ve-chung-toi');
  await dialog.getByText('sẽ không mở được nữa').waitFor();
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await dialog.waitFor({ state: 'hidden' });
  expect(await reader('/trang/about-the-ward')).toContain(
    `hreflang="vi" href="${portal.url}/trang/ve-chung-toi"`,
  );

  expect(await consoleViolations(page)).toEqual([]);
  await as.editor(`/articles/${vi.id}/withdraw`, { method: 'POST', ifMatch: vi.version, body: {} });
  await page.reload();
  await page.getByRole('heading', { name: 'Trang khác' }).waitFor();
  expect(await pagesNow()).toEqual([{ ...english, name: 'About the ward', translationOf: '' }]);
  await page.getByRole('button', { name: 'Bỏ About the ward khỏi chân trang' }).click();
  await page.getByText('Chân trang chưa có liên kết').waitFor();
  expect(await pagesNow()).toEqual([]);
  // The browser itself reports the refusal of the save that came second, which the view made good.
  expect(messages.filter((message) => !message.includes('412'))).toEqual([]);
  await close();
});

test('lets an editor see the footer and write pages, but not change the links', async () => {
  const made = await published({ title: 'Liên hệ với phường', category: 'trang' });
  await saveElsewhere({
    pages: [{ slug: 'lien-he', name: 'Liên hệ', article: made.id, language: 'vi', translationOf: '' }],
  });
  const { page, messages, close } = await open('editor', path);
  await page.getByText('Quản trị viên sắp xếp').waitFor();
  expect(await page.getByRole('link', { name: 'Liên hệ', exact: true }).getAttribute('href')).toBe(
    `/quan-tri/bai-viet/${made.id}`,
  );
  expect(await page.getByRole('button', { name: /chân trang|Đổi chỗ/ }).count()).toBe(0);
  await page.getByRole('link', { name: 'Viết trang mới' }).click();
  await expect.poll(() => page.getByLabel('Chuyên mục').inputValue(), soon).toBe('trang');
  expect(messages).toEqual([]);
  await close();
  await saveElsewhere({ pages: [] });
});

test('keeps what two admins change at once, or says that one of them was first', async () => {
  const made = await published({ title: 'Nội quy tiếp dân', category: 'trang' });
  const entry = {
    slug: 'noi-quy',
    name: 'Nội quy',
    article: made.id,
    language: 'vi' as const,
    translationOf: '',
  };
  await saveElsewhere({ pages: [entry] });
  const { page, close } = await open('admin', path);
  await page.getByRole('button', { name: 'Sửa liên kết Nội quy' }).click();
  await saveElsewhere({ pages: [{ ...entry, name: 'Nội quy mới' }] });
  await page.getByLabel('Tên ở chân trang').fill('Nội quy tiếp dân');
  await page.getByRole('dialog').getByRole('button', { name: 'Lưu' }).click();
  await page.getByText('Người khác vừa sửa trang tĩnh').waitFor();
  expect((await pagesNow())[0]?.name).toBe('Nội quy mới');
  await close();
  await saveElsewhere({ pages: [] });
});
