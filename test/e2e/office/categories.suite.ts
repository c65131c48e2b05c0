import { expect, test } from 'vitest';
import type { SiteSettings } from '../../../shared/site/settings.ts';
import { consoleViolations } from '../../support/console-axe.ts';
import { consoleOpener } from '../../support/console-opener.ts';
import { staffApi } from '../../support/staff-api.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { useSharedPortal } from '../../support/use-portal.ts';

const portal = await useSharedPortal();
const open = consoleOpener(await useBrowser(), portal);
const { as, published } = staffApi(portal);
const settings = async () => (await as.admin<SiteSettings>('/settings')).body;
const change = async (edit: (before: SiteSettings) => SiteSettings) => {
  const { headers, body } = await as.admin<SiteSettings>('/settings');
  const ifMatch = Number(headers.get('etag')?.replaceAll(/W\/|"/g, ''));
  expect((await as.admin('/settings', { method: 'PUT', ifMatch, body: edit(body) })).status).toBe(200);
};
const slugs = async () => (await settings()).categories.map(({ slug }) => slug);

test('adds, describes and orders categories beside another admin', async () => {
  const { page, messages, close } = await open('admin', '/quan-tri/chuyen-muc', { bypassCSP: true });
  await page.getByRole('button', { name: 'Thêm chuyên mục' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Tên', { exact: true }).fill('TIN TUC');
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await dialog.getByText('Đã có chuyên mục “Tin tức”').waitFor();
  await dialog.getByLabel('Tên', { exact: true }).fill('Chợ phiên & lễ hội');
  expect(await dialog.getByLabel('Đường dẫn').inputValue()).toBe('cho-phien-le-hoi');
  await dialog.getByLabel('Đường dẫn').fill('the');
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await dialog.getByText('Cổng dùng đường dẫn này cho việc khác').waitFor();
  await dialog.getByLabel('Đường dẫn').fill('cho-phien');
  expect(await consoleViolations(page)).toEqual([]);
  // Another admin saves something else meanwhile.
  await change((before) => ({ ...before, telephone: '0200 000 4321' }));
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await page.getByText('Đã lưu chuyên mục “Chợ phiên & lễ hội”.').waitFor();
  expect((await settings()).telephone).toBe('0200 000 4321');
  await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe('Thêm chuyên mục');

  await page.getByRole('button', { name: 'Sửa chuyên mục Chợ phiên & lễ hội' }).click();
  await dialog.getByLabel('Mô tả').fill('Lịch chợ phiên trong phường');
  const saves: string[] = [];
  page.on('request', (request) => request.method() === 'PUT' && saves.push(request.url()));
  const held: (() => Promise<void>)[] = [];
  await page.route('**/api/admin/settings', (route) => void held.push(() => route.continue()));
  // Whoever presses Enter again while it is saved saves it once.
  await dialog.getByLabel('Tên', { exact: true }).press('Enter');
  await dialog.locator('button[aria-disabled=true]').waitFor();
  await dialog.getByLabel('Tên', { exact: true }).press('Enter');
  await expect.poll(() => held.length).toBe(1);
  await held[0]?.();
  await page.getByText('Lịch chợ phiên trong phường').waitFor();
  expect(saves).toHaveLength(1);
  await page.unroute('**/api/admin/settings');

  await page.getByRole('button', { name: /^Đổi chỗ chuyên mục Chợ phiên/ }).focus();
  for (const _ of (await slugs()).slice(1)) await page.keyboard.press('ArrowUp');
  await page.getByRole('button', { name: 'Lưu thứ tự' }).click();
  await page.getByText('Đã lưu thứ tự chuyên mục.').waitFor();
  expect((await slugs())[0]).toBe('cho-phien');
  expect(await consoleViolations(page)).toEqual([]);
  // The browser reports the save that the other admin's came before.
  expect(messages.filter((message) => !message.includes('412'))).toEqual([]);
  await close();
});

test('retires a category with articles after they are moved, and goes on after a reload', async () => {
  const categories = ['muc-cu', 'muc-moi'].map((slug) => ({ slug, name: `Mục ${slug}`, description: '' }));
  await change((before) => ({ ...before, categories: [...before.categories, ...categories] }));
  const article = await published({ category: 'muc-cu', title: 'Bài chuyển mục' });
  const { page, messages, close } = await open('admin', '/quan-tri/chuyen-muc', { bypassCSP: true });
  await page.getByRole('button', { name: 'Bỏ chuyên mục Mục muc-cu' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Chuyên mục có 1 bài đang đăng').waitFor();
  await dialog.getByRole('button', { name: 'Chuyển bài và bỏ chuyên mục' }).click();
  await dialog.getByText('Hãy chọn chuyên mục nhận bài.').waitFor();
  await dialog.getByLabel('Chuyển bài sang').selectOption('muc-moi');
  expect(await consoleViolations(page)).toEqual([]);

  // The server takes the first batch, and the page is gone before it hears of it.
  await page.route('**/categories/muc-cu/move', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await dialog.getByRole('button', { name: 'Chuyển bài và bỏ chuyên mục' }).click();
  await dialog.getByRole('alert').waitFor();
  await page.unrouteAll();
  await page.reload();
  await dialog.getByText('Việc chuyển đã bắt đầu và chưa xong').waitFor();
  await dialog.getByRole('button', { name: 'Làm tiếp' }).click();
  await dialog.getByText('Đã bỏ chuyên mục “Mục muc-cu”').waitFor();
  await dialog.locator('.dialog-actions').getByRole('button', { name: 'Đóng' }).click();
  await page.getByText('Mục muc-cu').first().waitFor({ state: 'detached' });
  expect(page.url()).toBe(`${portal.url}/quan-tri/chuyen-muc`);
  expect((await as.editor(`/articles/${article.id}`)).body).toMatchObject({ category: 'muc-moi' });
  expect((await settings()).formerCategories).toContainEqual({ slug: 'muc-cu', now: 'muc-moi' });
  expect(messages.filter((message) => !message.includes('ERR_FAILED'))).toEqual([]);
  await close();
});
