import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { suggestionsScript } from '../../../shared/pages/scripts.ts';
import { office } from '../../support/staff-api.ts';
import { aBrowser } from '../../support/use-browser.ts';
import { sharedPortal } from '../../support/use-portal.ts';

const portal = await sharedPortal();
const { published } = office(portal);
const street = await published({ title: 'Sửa vỉa hè đường Cầu Mây' });
await published({ title: 'Đường Cầu Mây ngừng cấp nước' });
await published({ title: 'Lễ hội hồ Sen Trắng' });
const browser = await aBrowser();

const open = async (path: string, options: Parameters<typeof browser.newContext>[0] = {}) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 800 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(portal.url + path);
  const box = page.getByRole('banner').getByLabel('Tìm tin tức');
  const suggested = page.getByRole('listbox', { name: 'Gợi ý' }).getByRole('option');
  return { page, box, options: suggested, complaints, close: () => context.close() };
};

test('without a script a reader types, finds, filters and reads', async () => {
  const { page, box, close } = await open('/', { javaScriptEnabled: false });
  await box.fill('via he duong cau may');
  await box.press('Enter');
  expect(await page.locator('h1').textContent()).toBe('Tìm kiếm');
  expect(await box.inputValue()).toBe('via he duong cau may');
  await page.getByRole('combobox', { name: 'Chuyên mục' }).selectOption('thong-bao');
  await page.getByRole('button', { name: 'Tìm và lọc' }).click();
  expect(await page.getByRole('status').textContent()).toContain('Không tìm thấy tin nào');
  await page.getByText('Tìm trong mọi chuyên mục').click();
  await page.locator('.hits a').first().click();
  expect(await page.locator('h1').textContent()).toBe(street.title);
  await close();
});

test('titles are suggested as one types, without diacritics too, and the keys choose among them', async () => {
  const { page, box, options, complaints, close } = await open('/');
  expect(await box.getAttribute('role')).toBe('combobox');
  await box.pressSequentially('duong cau');
  await expect.poll(() => options.allTextContents()).toHaveLength(2);
  expect(await box.getAttribute('aria-expanded')).toBe('true');
  await box.press('ArrowDown');
  await box.press('ArrowDown');
  await box.press('ArrowUp');
  const chosen = page.locator(`#${await box.getAttribute('aria-activedescendant')}`);
  expect(await chosen.getAttribute('aria-selected')).toBe('true');
  expect(await page.locator('[aria-selected]').count()).toBe(1);
  const title = (await chosen.textContent()) ?? '';
  await box.press('Enter');
  await page.waitForURL('**/tim-kiem?**');
  expect(await box.inputValue()).toBe(title);
  expect(await page.locator('.hits a').first().textContent()).toBe(title);
  expect(complaints).toEqual([]);
  await close();
});

test('Escape closes the suggestions and keeps what was typed; Enter then asks for just that', async () => {
  const { page, box, options, close } = await open('/');
  await box.pressSequentially('sen');
  await expect.poll(() => options.count()).toBe(1);
  await box.press('Escape');
  expect(await options.count()).toBe(0);
  expect([await box.inputValue(), await box.getAttribute('aria-expanded')]).toEqual(['sen', 'false']);
  await box.press('Enter');
  await page.waitForURL('**/tim-kiem?q=sen');
  await close();
});

test('a suggestion is chosen by a touch', async () => {
  const { page, box, options, close } = await open('/', { hasTouch: true });
  await box.pressSequentially('sen trắng');
  await options.first().tap();
  await page.waitForURL('**/tim-kiem?**');
  expect(await page.locator('.hits a').first().textContent()).toBe('Lễ hội hồ Sen Trắng');
  await close();
});

test('nothing is fetched before somebody types, and one file however much is typed', async () => {
  const { page, box, options, close } = await open('/');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await box.focus();
  expect(asked.filter((path) => path.startsWith('/tim-kiem'))).toEqual([]);
  await box.pressSequentially('duong');
  await expect.poll(() => options.count()).toBe(2);
  expect(asked.filter((path) => path.startsWith('/tim-kiem'))).toEqual(['/tim-kiem/goi-y.json']);
  await close();
});

test('the script of suggestions is 1 KB at most compressed', () => {
  expect(gzipSync(suggestionsScript).length).toBeLessThanOrEqual(1024);
});
