import { expect, test } from 'vitest';
import { pageOpener } from '../../support/page-opener.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { sharedDemo } from '../../support/use-demo.ts';

const { portal, paths, html } = await sharedDemo();
const browser = await useBrowser();
const open = pageOpener(browser, portal.url);

/** Between them they have every place for a picture. */
const kinds = ['home', 'a category', 'an article with a gallery'];
const widths = [320, 412, 767, 768, 1024, 1280, 1440];
const fileWidths = [240, 480, 960, 1600];

/**
 * Clones the first pictures of each place with other addresses for their files, offline, so that the browser chooses anew and not what it has:
 * it prefers what is cached. Reads what it chose, the width that `sizes` states, how wide the picture stands there, and how wide it would be uncropped.
 */
const measure = `(async () => {
  const isShown = (picture) => picture.lastChild.checkVisibility();
  const places = Map.groupBy([...document.querySelectorAll('picture')].filter(isShown), ({ firstChild }) => firstChild.sizes);
  const canvas = Object.assign(document.createElement('canvas'), { width: 1000, height: 1 });
  return Promise.all([...places].flatMap(([sizes, pictures]) => pictures.slice(0, 2).map(async (picture) => {
    const clone = picture.cloneNode(true);
    const [source, image] = clone.children;
    source.srcset = source.srcset.replace(/\\S+ (\\d+)w/g, 'http://offline.invalid/' + innerWidth + '-$1 $1w');
    image.loading = 'eager';
    picture.replaceWith(clone);
    const probe = Object.assign(new Image(), { sizes, srcset: canvas.toDataURL() + ' 1000w' });
    await Promise.all([image.decode().catch(() => {}), probe.decode()]);
    const { width, height } = image.getBoundingClientRect();
    const ratio = image.getAttribute('width') / image.getAttribute('height');
    return { chosen: Number(image.currentSrc.split('-').at(-1)), stated: probe.naturalWidth, width, uncropped: Math.max(width, height * ratio) };
  })));
})()`;
type Shown = { chosen: number; stated: number; width: number; uncropped: number };

test.each([1, 2, 3])('fetches pictures that fit their place at %i device pixels', async (density) => {
  const context = await browser.newContext({ deviceScaleFactor: density, offline: true });
  const page = await context.newPage();
  for (const kind of kinds) {
    await page.setContent(html.get(kind) ?? '', { waitUntil: 'commit' });
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      const pictures = await page.evaluate<Shown[]>(measure);
      expect([kind, pictures.length > 0]).toEqual([kind, true]);
      const ill = pictures.filter(({ chosen, uncropped, stated, width: laidOut }) => {
        const needed = uncropped * density;
        const isAvoidable = fileWidths.some((other) => other < chosen && other >= needed);
        const fits = chosen <= 1.5 * needed || !isAvoidable;
        return !fits || Math.abs(stated - laidOut) > 2;
      });
      expect({ kind, width, ill }).toEqual({ kind, width, ill: [] });
    }
  }
  await context.close();
});

test('loads without delay only pictures of lists that are seen before a scroll', async () => {
  for (const kind of ['home', 'a category']) {
    const { page, close } = await open(paths.find(([name]) => name === kind)?.[1] ?? '', 360);
    const below = await page.evaluate(
      `[...document.querySelectorAll('img:not([loading=lazy])')].filter((image) => image.getBoundingClientRect().top > innerHeight).length`,
    );
    expect([kind, below]).toEqual([kind, 0]);
    await close();
  }
});
