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

/**
 * Clones each picture under addresses of its own, so that the browser chooses anew and not among what it has cached. Reads what it chose,
 * the width that `sizes` states, how wide the picture stands there, and how wide it would be uncropped.
 */
const measure = `(async () => {
  for (const picture of document.querySelectorAll('picture')) {
    const clone = picture.cloneNode(true);
    const [source, image] = clone.children;
    source.srcset = source.srcset.replace(/\\.webp/g, '.webp?' + innerWidth);
    image.loading = 'eager';
    picture.replaceWith(clone);
  }
  const canvas = Object.assign(document.createElement('canvas'), { width: 1000, height: 1 });
  const statedBy = async (sizes) => {
    const probe = Object.assign(new Image(), { sizes, srcset: canvas.toDataURL() + ' 1000w' });
    await probe.decode();
    return probe.naturalWidth;
  };
  const images = [...document.querySelectorAll('picture img')].filter((image) => image.checkVisibility());
  return Promise.all(images.map(async (image) => {
    await image.decode();
    const { width, height } = image.getBoundingClientRect();
    const ratio = image.getAttribute('width') / image.getAttribute('height');
    const stated = await statedBy(image.previousElementSibling.sizes);
    return { file: image.currentSrc, stated, width, uncropped: Math.max(width, height * ratio) };
  }));
})()`;
type Shown = { file: string; stated: number; width: number; uncropped: number };

test.each([1, 2, 3])('fetches pictures that fit their place at %i device pixels', async (density) => {
  for (const [kind, path] of pages) {
    const { page, close } = await open(path, 320, { deviceScaleFactor: density });
    await page.route('**/images/**', (route) => route.fulfill({ contentType: 'image/png', body: pixel }));
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      const pictures = await page.evaluate<Shown[]>(measure);
      expect([kind, pictures.length > 0]).toEqual([kind, true]);
      const ill = pictures.filter((shown) => {
        const chosen = Number(/\/(\d+)-[0-9a-f]+\.webp/.exec(shown.file)?.[1]);
        const needed = shown.uncropped * density;
        const isAvoidable = fileWidths.some((other) => other < chosen && other >= needed);
        const fits = chosen <= 1.5 * needed || !isAvoidable;
        return !fits || Math.abs(shown.stated - shown.width) > 2;
      });
      expect({ kind, width, ill }).toEqual({ kind, width, ill: [] });
    }
    await close();
  }
});

test('loads without delay only pictures of lists that are seen before a scroll', async () => {
  for (const [kind, path] of pages.slice(0, 2)) {
    const { page, close } = await open(path, 360);
    const below = await page.evaluate(
      `[...document.querySelectorAll('img:not([loading=lazy])')].filter((image) => image.getBoundingClientRect().top > innerHeight).length`,
    );
    expect([kind, below]).toEqual([kind, 0]);
    await close();
  }
});
