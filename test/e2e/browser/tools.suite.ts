import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { complete, photograph, upload } from '../../support/picture-fixture.ts';
import { staffApi } from '../../support/staff-api.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { useSharedPortal } from '../../support/use-portal.ts';

const portal = await useSharedPortal();
const desk = staffApi(portal);
const cover = await upload(desk, await photograph().jpeg().toBuffer());
await complete(desk, cover, { alt: 'Bờ kè' });
const article = await desk.published({ title: 'Chợ mở lại', cover, tags: ['chợ'] });
const browser = await useBrowser();

const open = async (options: Parameters<typeof browser.newContext>[0] = {}, init?: string) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 800 }, ...options });
  if (init) await context.addInitScript(init);
  const page = await context.newPage();
  const messages: string[] = [];
  page.on('console', (message) => messages.push(message.text()));
  page.on('pageerror', (error) => messages.push(error.message));
  await page.goto(portal.url + article.url);
  return { page, context, messages, close: () => context.close() };
};
const ground = 'getComputedStyle(document.body).backgroundColor';
const white = 'rgb(246, 243, 236)';

test('keeps a chosen theme on the device, and applies it before the first paint', async () => {
  const { page, messages, close } = await open({ colorScheme: 'light' });
  expect(await page.evaluate(ground)).toBe(white);
  await page.getByLabel('Giao diện').selectOption('Tương phản cao');
  expect(await page.evaluate(ground)).toBe('rgb(0, 0, 0)');
  // At the first element of the body, nothing has been painted yet.
  await page.addInitScript(
    `new MutationObserver((_, o) => { if (document.body) { window.early = document.documentElement.dataset.theme; o.disconnect(); } }).observe(document, { childList: true, subtree: true })`,
  );
  await page.goto(`${portal.url}/`);
  expect(await page.evaluate('window.early')).toBe('contrast');
  expect(await page.getByLabel('Giao diện').inputValue()).toBe('contrast');
  await page.getByLabel('Giao diện').selectOption('Theo máy');
  await page.reload();
  expect(await page.evaluate(ground)).toBe(white);
  expect(messages).toEqual([]);
  await close();
});

test("follows the device without a choice, and the reader's choice otherwise", async () => {
  const { page, close } = await open({ colorScheme: 'dark' });
  expect(await page.evaluate(ground)).toBe('rgb(20, 17, 15)');
  await page.getByLabel('Giao diện').selectOption('Sáng');
  expect(await page.evaluate(ground)).toBe(white);
  await close();
});

test('changes the text size in steps, within bounds, and keeps it', async () => {
  const { page, close } = await open();
  const size = async () =>
    Number(await page.evaluate('parseFloat(getComputedStyle(document.documentElement).fontSize)'));
  expect(await size()).toBe(18);
  for (let n = 0; n < 5; n += 1) await page.getByLabel('A+ Chữ to hơn').click();
  expect(await size()).toBe(28);
  await page.reload();
  expect(await size()).toBe(28);
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
  await page.getByLabel('A Cỡ chữ thường').click();
  for (let n = 0; n < 3; n += 1) await page.getByLabel('A− Chữ nhỏ hơn').click();
  expect(await size()).toBe(16);
  await close();
});

test('leaves the page as it is when storage is damaged or blocked', async () => {
  for (const init of [
    `localStorage.display = '{'`,
    `Object.defineProperty(window, 'localStorage', { get() { throw new Error('no') } })`,
  ]) {
    const { page, messages, close } = await open({ colorScheme: 'light' }, init);
    await page.getByLabel('Giao diện').selectOption('Tối');
    expect(await page.evaluate(ground)).toBe('rgb(20, 17, 15)');
    expect(messages).toEqual([]);
    await close();
  }
});

test('saves an article as one self-contained file', async () => {
  const { page, messages, close } = await open();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Lưu tin' }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toContain('Chợ mở lại');
  const html = await readFile(await saved.path(), 'utf8');
  expect(html).toContain('<style>');
  expect(html).toMatch(/<img src="data:image\/(webp|jpeg);base64,[^"]{1000}/);
  expect(html).not.toMatch(/<script|<nav|<aside|srcset="\/|src="\/|href="\//);
  expect(html).toContain(`href="${portal.url}/the/cho"`);
  expect(messages).toEqual([]);
  await close();
});

test('copies the URL of an article, and announces it', async () => {
  const { page, context, close } = await open();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Sao chép liên kết' }).click();
  await expect.poll(() => page.locator('.tools output').textContent()).toBe('Đã sao chép liên kết.');
  expect(await page.evaluate('navigator.clipboard.readText()')).toBe(portal.url + article.url);
  await close();
});

const voices = (lang: string) => `
  const spoken = [];
  let speaking = false;
  window.spoken = spoken;
  Object.defineProperty(window, 'speechSynthesis', { value: {
    getVoices: () => [{ lang: 'en-US' }, { lang: '${lang}' }],
    speak: (words) => { spoken.push(words.text); speaking = true; },
    cancel: () => { speaking = false; },
    get speaking() { return speaking; },
  } });
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };`;

test('reads an article aloud with a Vietnamese voice, and stops at a second press', async () => {
  const { page, close } = await open({}, voices('vi-VN'));
  const button = page.getByRole('button', { name: 'Nghe bài' });
  await button.click();
  const spoken = await page.evaluate<string[]>('window.spoken');
  expect(spoken[0]).toBe('Chợ mở lại');
  expect(spoken.join(' ')).toContain('bờ kè sông Lam Vân');
  expect(spoken.join(' ')).not.toContain('Lưu tin');
  await button.click();
  expect(await page.evaluate('speechSynthesis.speaking')).toBe(false);
  await close();
});

test('offers no reading aloud without a Vietnamese voice', async () => {
  const { page, close } = await open({}, voices('fr-FR'));
  expect(await page.getByRole('button', { name: 'Nghe bài' }).isVisible()).toBe(false);
  await close();
});

test('shows no dead buttons without scripts, and finds a day', async () => {
  const { page, close } = await open({ javaScriptEnabled: false });
  expect(await page.locator('.display').isVisible()).toBe(false);
  expect(await page.getByRole('button', { name: 'Lưu tin' }).isVisible()).toBe(false);
  expect(await page.getByRole('link', { name: 'Zalo' }).isVisible()).toBe(true);
  await page.getByLabel('Ngày', { exact: true }).fill('2026-05-22');
  await page.getByRole('button', { name: 'Xem tin' }).click();
  expect(page.url()).toBe(`${portal.url}/ngay/2026-05-22`);
  await close();
});
