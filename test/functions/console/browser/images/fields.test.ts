import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { consoleViolations } from '../../../../support/console-axe.ts';
import { photograph } from '../../../../support/picture-fixture.ts';
import { useBrowser } from '../../../../support/use-browser.ts';

const built = await build({
  absWorkingDir: join(import.meta.dirname, '../../../../..'),
  entryPoints: {
    page: 'test/functions/console/browser/images/fields-page.tsx',
    styles: 'functions/console/browser/styles/index.css',
  },
  outdir: '/',
  bundle: true,
  write: false,
  format: 'esm',
  jsx: 'automatic',
  jsxImportSource: 'preact',
});
const fileOf = (end: string) => built.outputFiles.find(({ path }) => path.endsWith(end))?.text ?? '';
const picture = await photograph(64, 48).jpeg().toBuffer();
const html = `<!doctype html><html lang="vi"><meta name="viewport" content="width=device-width"><title>Bài viết</title>
<link rel="stylesheet" href="/styles.css"><body><script type="module" src="/page.js"></script>`;
const files: Record<string, [string, string]> = {
  '/page.js': ['text/javascript', fileOf('page.js')],
  '/styles.css': ['text/css', fileOf('styles.css')],
};
const server = createServer(({ url = '', method }, response) => {
  if (method === 'POST') return response.writeHead(204).end();
  if (url.startsWith('/images/'))
    return response.writeHead(200, { 'content-type': 'image/jpeg' }).end(picture);
  const [type, text] = files[url] ?? ['text/html; charset=utf-8', html];
  return response.writeHead(200, { 'content-type': type }).end(text);
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
afterAll(() => server.close());
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const browser = await useBrowser();

const open = async (count = 4) => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(`${origin}/?count=${count}`);
  await page.getByRole('group', { name: 'Ảnh đại diện' }).waitFor();
  return { page, errors, close: () => page.close() };
};

const gallery = (page: Page) => page.locator('#gallery').textContent();
const handle = (page: Page, position: number) =>
  page.getByRole('button', { name: new RegExp(`^Đổi chỗ ảnh ${position},`) });
const focusedName = (page: Page) => page.evaluate<string>('document.activeElement.ariaLabel');
const chosenFile = (name: string) => ({ name, mimeType: 'image/jpeg', buffer: picture });

describe('the gallery', () => {
  test('is reordered by arrow keys: the picture keeps the focus, and its new place is said', async () => {
    const { page, errors, close } = await open();
    await handle(page, 1).focus();
    await page.keyboard.press('ArrowDown');
    expect(await gallery(page)).toBe('1 Ảnh 1; 0 Ảnh 0; 2 Ảnh 2; 3 Ảnh 3');
    await expect
      .poll(() => page.locator('p[role=status].visually-hidden').textContent())
      .toMatch('vị trí 2 trong 4');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await gallery(page)).toBe('1 Ảnh 1; 2 Ảnh 2; 3 Ảnh 3; 0 Ảnh 0');
    expect(await focusedName(page)).toMatch('vị trí 4 trong 4');
    await page.keyboard.press('ArrowUp');
    expect(await gallery(page)).toBe('1 Ảnh 1; 2 Ảnh 2; 0 Ảnh 0; 3 Ảnh 3');
    expect(errors).toEqual([]);
    await close();
  });

  test('is reordered by buttons, whose focus moves along', async () => {
    const { page, close } = await open();
    await page.getByRole('button', { name: 'Đưa ảnh 3 lên' }).focus();
    await page.keyboard.press('Enter');
    expect(await focusedName(page)).toBe('Đưa ảnh 2 lên');
    await page.keyboard.press('Enter');
    expect(await gallery(page)).toBe('2 Ảnh 2; 0 Ảnh 0; 1 Ảnh 1; 3 Ảnh 3');
    expect(await focusedName(page)).toBe('Đưa ảnh 1 lên');
    await page.getByRole('button', { name: 'Đưa ảnh 2 xuống' }).focus();
    await page.keyboard.press('Enter');
    expect(await gallery(page)).toBe('2 Ảnh 2; 1 Ảnh 1; 0 Ảnh 0; 3 Ảnh 3');
    expect(await focusedName(page)).toBe('Đưa ảnh 3 xuống');
    await close();
  });

  test('is reordered by dragging', async () => {
    const { page, close } = await open();
    await handle(page, 4).dragTo(handle(page, 1));
    expect(await gallery(page)).toBe('3 Ảnh 3; 0 Ảnh 0; 1 Ảnh 1; 2 Ảnh 2');
    await close();
  });

  test('keeps captions as they are typed, and brings back a picture that was removed', async () => {
    const { page, close } = await open();
    await page.getByLabel('Chú thích ảnh 2').fill('Bờ hồ');
    await page.getByRole('button', { name: 'Bỏ ảnh 2 khỏi bộ ảnh' }).click();
    expect(await gallery(page)).toBe('0 Ảnh 0; 2 Ảnh 2; 3 Ảnh 3');
    expect(await focusedName(page)).toMatch('vị trí 2 trong 3');
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    expect(await gallery(page)).toBe('0 Ảnh 0; 1 Bờ hồ; 2 Ảnh 2; 3 Ảnh 3');
    await close();
  });

  test('takes uploads in their order, and says where each is to be described', async () => {
    const { page, close } = await open(1);
    await page
      .getByLabel('Thêm ảnh vào bộ ảnh')
      .setInputFiles([chosenFile('mot.jpg'), chosenFile('hai.jpg')]);
    await expect.poll(() => gallery(page)).toBe('0 Ảnh 0; 60 ; 61 ');
    expect(await page.getByText('cần viết').count()).toBe(2);
    await page.getByLabel('Ảnh này cho thấy gì?').nth(1).fill('Đường hoa');
    await page.keyboard.press('Tab');
    await page.getByText('Đã lưu mô tả.').waitFor();
    await close();
  });

  test('says before it is full how many more it takes, and takes no more', async () => {
    const { page, close } = await open(58);
    await page.getByText('Còn chỗ cho 2 ảnh nữa').waitFor();
    const files = ['a.jpg', 'b.jpg', 'c.jpg', 'd.jpg'].map(chosenFile);
    await page.getByLabel('Thêm ảnh vào bộ ảnh').setInputFiles(files);
    await page.getByText('2 ảnh sau cùng không được thêm').waitFor();
    await page.getByText('Bộ ảnh đã đủ 60 ảnh').waitFor();
    await close();
  });

  test('takes several pictures from the library by keyboard', async () => {
    const { page, close } = await open(1);
    await page.getByRole('button', { name: 'Chọn thêm từ kho ảnh' }).click();
    const cells = page.getByRole('list', { name: 'Ảnh trong kho' }).getByRole('button');
    await cells.nth(1).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Space');
    expect(await cells.nth(2).getAttribute('aria-pressed')).toBe('true');
    await page.getByRole('button', { name: 'Dùng 2 ảnh' }).click();
    expect(await gallery(page)).toBe('0 Ảnh 0; 1 ; 2 ');
    await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe('Chọn thêm từ kho ảnh');
    await close();
  });
});

describe('the cover', () => {
  test('is uploaded, replaced from the library, removed and brought back', async () => {
    const { page, close } = await open(0);
    const cover = page.locator('#cover');
    await page.getByLabel('Tải ảnh đại diện lên').setInputFiles(chosenFile('bia.jpg'));
    await expect.poll(() => cover.textContent()).toMatch(/60$/);
    await page.getByRole('button', { name: 'Chọn ảnh đại diện từ kho' }).click();
    await page.getByRole('button', { name: 'Hồ Sen Trắng lúc 6 giờ' }).click();
    await page.getByRole('button', { name: 'Dùng ảnh này' }).click();
    await expect.poll(() => cover.textContent()).toMatch(/01$/);
    await page.getByRole('button', { name: 'Bỏ ảnh đại diện' }).click();
    expect(await cover.textContent()).toBe('');
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    expect(await cover.textContent()).toMatch(/01$/);
    await close();
  });
});

test('is accessible at 320 and 1280 pixels, light, dark and in forced colours', async () => {
  const { page, close } = await open(7);
  expect(await consoleViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Chọn thêm từ kho ảnh' }).click();
  await page.getByRole('list', { name: 'Ảnh trong kho' }).getByRole('button').nth(6).click();
  await page.getByRole('region', { name: 'Mô tả ảnh đã chọn' }).waitFor();
  expect(await consoleViolations(page)).toEqual([]);
  await close();
});
