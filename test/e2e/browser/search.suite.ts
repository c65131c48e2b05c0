import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { suggestionsScript } from '../../../shared/pages/scripts.ts';
import { staffApi } from '../../support/staff-api.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { useSharedPortal } from '../../support/use-portal.ts';

const portal = await useSharedPortal();
const { published } = staffApi(portal);
const street = await published({ title: 'Sửa vỉa hè đường Cầu Mây' });
await published({ title: 'Đường Cầu Mây ngừng cấp nước' });
await published({ title: 'Lễ hội hồ Sen Trắng' });
await published({ title: 'Tỉ lệ hộ có nước sạch' });
const browser = await useBrowser();

const open = async (path: string, options: Parameters<typeof browser.newContext>[0] = {}) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 800 }, ...options });
  const page = await context.newPage();
  const consoleMessages: string[] = [];
  page.on('console', (message) => consoleMessages.push(message.text()));
  page.on('pageerror', (error) => consoleMessages.push(error.message));
  await page.goto(portal.url + path);
  const box = page.getByRole('banner').getByLabel('Tìm tin tức');
  const suggestions = page.getByRole('listbox', { name: 'Gợi ý' }).getByRole('option');
  return { page, box, options: suggestions, consoleMessages, close: () => context.close() };
};

test('search, filters and results work without scripts', async () => {
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

test('suggests titles while typing, with or without diacritics, to choose with the arrow keys', async () => {
  const { page, box, options, consoleMessages, close } = await open('/');
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
  expect(consoleMessages).toEqual([]);
  await close();
});

test('Escape closes the suggestions and keeps the text, which Enter then searches for', async () => {
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

test('suggests titles for the keys of Telex and VNI, and for i and y alike', async () => {
  const { box, options, close } = await open('/');
  for (const typed of ['dduwowngf caauf maa', 'd9uong72 cau62', 'DUONG CAU']) {
    await box.fill('');
    await expect.poll(() => options.count()).toBe(0);
    await box.fill(typed);
    await expect.poll(async () => [typed, await options.count()]).toEqual([typed, 2]);
  }
  await box.fill('tyr lẹ');
  await expect.poll(() => options.allTextContents()).toEqual(['Tỉ lệ hộ có nước sạch']);
  await close();
});

test('a tap chooses a suggestion', async () => {
  const { page, box, options, close } = await open('/', { hasTouch: true });
  await box.pressSequentially('sen trắng');
  await options.first().tap();
  await page.waitForURL('**/tim-kiem?**');
  expect(await page.locator('.hits a').first().textContent()).toBe('Lễ hội hồ Sen Trắng');
  await close();
});

test('fetches nothing before the reader types, and then one file once', async () => {
  const { page, box, options, close } = await open('/');
  const requested: string[] = [];
  page.on('request', (request) => requested.push(new URL(request.url()).pathname));
  await box.focus();
  expect(requested.filter((path) => path.startsWith('/tim-kiem'))).toEqual([]);
  await box.pressSequentially('duong');
  await expect.poll(() => options.count()).toBe(2);
  expect(requested.filter((path) => path.startsWith('/tim-kiem'))).toEqual(['/tim-kiem/goi-y.json']);
  await close();
});

test('the script of the suggestions has at most 1 KB compressed', () => {
  expect(gzipSync(suggestionsScript).length).toBeLessThanOrEqual(1024);
});
