import { expect, test } from 'vitest';
import { pageOpener } from '../../support/page-opener.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { sharedDemo } from '../../support/use-demo.ts';

const { portal, paths } = await sharedDemo();
const browser = await useBrowser();
const open = pageOpener(browser, portal.url);

const kinds = ['home', 'a category', 'an article', 'an article with a gallery'];
const pages = kinds.map((kind) => [kind, paths.find(([name]) => name === kind)?.[1] ?? ''] as const);
const widths = [320, 360, 412, 480, 600, 767, 768, 900, 1024, 1200, 1280, 1440];
const fileWidths = [240, 480, 960, 1600];

/** In place of every file: which one is fetched does not depend on what it holds. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Clones each picture, so that the browser chooses anew, and reads what it chose and how large it stands there. */
const measure = `(async () => {
  for (const picture of document.querySelectorAll('picture')) {
    const clone = picture.cloneNode(true);
    clone.querySelector('img').loading = 'eager';
    picture.replaceWith(clone);
  }
  const shownNow = [...document.querySelectorAll('picture img')].filter((image) => image.checkVisibility());
  await Promise.all(shownNow.map((image) => image.decode()));
  return shownNow.map((image) => {
    const { width, height } = image.getBoundingClientRect();
    const ratio = image.getAttribute('width') / image.getAttribute('height');
    const shown = Math.max(width, height * ratio);
    return { file: image.currentSrc, shown };
  });
})()`;

test.each([1, 2, 3])('fetches pictures that fit their place at %i device pixels', async (density) => {
  for (const [kind, path] of pages) {
    const { page, close } = await open(path, 320, { deviceScaleFactor: density });
    await page.route('**/images/**', (route) => route.fulfill({ contentType: 'image/png', body: pixel }));
    const ill: unknown[] = [];
    let count = 0;
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      const pictures = await page.evaluate<{ file: string; shown: number }[]>(measure);
      count += pictures.length;
      for (const { file, shown } of pictures) {
        const chosen = Number(/\/(\d+)-[0-9a-f]+\.webp$/.exec(file)?.[1]);
        const needed = shown * density;
        const isTooWide =
          chosen > 1.5 * needed && fileWidths.some((other) => other < chosen && other >= needed);
        const isTooNarrow = chosen < needed / 1.5 && chosen < (fileWidths.at(-1) ?? 0);
        if (isTooWide || isTooNarrow || Number.isNaN(chosen)) ill.push({ kind, width, needed, chosen, file });
      }
    }
    expect(ill).toEqual([]);
    expect([kind, count > 0]).toEqual([kind, true]);
    await close();
  }
});

test('loads without delay only pictures that are seen before a scroll', async () => {
  for (const [kind, path] of pages) {
    const { page, close } = await open(path, 360);
    const below = await page.evaluate(
      `[...document.querySelectorAll('img:not([loading=lazy])')].filter((image) => image.getBoundingClientRect().top > innerHeight).length`,
    );
    expect([kind, below]).toEqual([kind, 0]);
    await close();
  }
});
