import { expect, test } from 'vitest';
import { pageOpener } from '../../support/page-opener.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { sharedDemo } from '../../support/use-demo.ts';

const { portal, paths } = await sharedDemo();
const open = pageOpener(await useBrowser(), portal.url);
const withGallery = paths.find(([kind]) => kind === 'an article with a gallery')?.[1] ?? '';

test('links each gallery image to its large size without scripts', async () => {
  const { page, close } = await open(withGallery, 1280, { javaScriptEnabled: false });
  await page.locator('.gallery a').first().click();
  expect(page.url()).toMatch(/\/1600-[0-9a-f]{10}\.jpg$/);
  await close();
});

test('opens the gallery: arrows, position, caption, swipe, Escape, and focus restored', async () => {
  const { page, messages, close } = await open(withGallery, 360, { hasTouch: true });
  const viewer = page.locator('.viewer');
  const position = () => viewer.locator('output').textContent();
  await page.locator('.gallery a').nth(1).click();
  expect(await viewer.isVisible()).toBe(true);
  expect(await position()).toBe('2/6');
  await page.keyboard.press('ArrowRight');
  expect([await position(), await viewer.locator('figcaption').textContent()]).toEqual([
    '3/6',
    'Hồ Sen Trắng.',
  ]);
  expect(await viewer.locator('img').getAttribute('alt')).toContain('Hồ Sen Trắng');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await viewer.getByRole('button', { name: 'Ảnh trước' }).click();
  expect(await position()).toBe('6/6');
  const swipe = (from: number, to: number) =>
    viewer.evaluate(
      (dialog, [start, end]) => {
        const { Touch, TouchEvent } = globalThis as unknown as Record<string, new (...a: unknown[]) => Event>;
        const fire = (type: string, clientX: number | undefined) => {
          if (!Touch || !TouchEvent) return;
          const touch = new Touch({ identifier: 1, target: dialog, clientX });
          (dialog as unknown as EventTarget).dispatchEvent(new TouchEvent(type, { changedTouches: [touch] }));
        };
        fire('touchstart', start);
        fire('touchend', end);
      },
      [from, to],
    );
  await swipe(300, 100);
  expect(await position()).toBe('1/6');
  await swipe(100, 110);
  expect(await position()).toBe('1/6');
  await page.keyboard.press('Escape');
  expect(await viewer.isVisible()).toBe(false);
  const focused = () => page.evaluate('document.activeElement.getAttribute("aria-label")');
  await expect.poll(focused).toBe('Xem ảnh 1/6 cỡ lớn');
  expect(messages).toEqual([]);
  await close();
});
