import { type Browser, chromium } from 'playwright-core';
import { axeViolations } from '../support/axe.ts';
import { chromiumLaunchOptions } from '../support/chromium.ts';
import { pageOpener } from '../support/page-opener.ts';

/** Widths in pixels: of a small phone and of a desk. */
const widths = [360, 1280];

/** Themes by their names on the pages, as the device asks for them or the reader chooses. */
const themes = [
  ['sáng', { colorScheme: 'light', contrast: 'no-preference' }, ''],
  ['tối', { colorScheme: 'dark', contrast: 'no-preference' }, ''],
  ['sáng, tương phản cao của máy', { colorScheme: 'light', contrast: 'more' }, ''],
  ['tối, tương phản cao của máy', { colorScheme: 'dark', contrast: 'more' }, ''],
  ['tối do người đọc chọn', { colorScheme: 'light', contrast: 'no-preference' }, 'dark'],
  ['tương phản cao do người đọc chọn', { colorScheme: 'light', contrast: 'no-preference' }, 'contrast'],
] as const;

/** What axe-core found on a page: rule and element, with width and theme. */
export type PageViolations = { name: string; path: string; violations: string[] };

/** Checks pages by axe-core at each width and in each theme. */
export const checkAccessibility = async (
  site: URL,
  pages: readonly (readonly [name: string, path: string])[],
): Promise<PageViolations[]> => {
  const browser = await chromium.launch(await chromiumLaunchOptions());
  try {
    const checked: PageViolations[] = [];
    for (const [name, path] of pages) {
      checked.push({ name, path, violations: await violationsOf(browser, site, path) });
    }
    return checked;
  } finally {
    await browser.close();
  }
};

const violationsOf = async (browser: Browser, site: URL, path: string): Promise<string[]> => {
  const found: string[] = [];
  for (const width of widths) {
    const { page, close } = await pageOpener(browser, site.origin)(path, width, { bypassCSP: true });
    for (const [index, [theme, device, chosen]] of themes.entries()) {
      await page.emulateMedia(device);
      await page.evaluate(
        chosen
          ? `document.documentElement.dataset.theme = '${chosen}'`
          : 'delete document.documentElement.dataset.theme',
      );
      const violations = await axeViolations(page, index === 0 ? 'all' : 'colors');
      found.push(...violations.map((violation) => `${width} px, ${theme}: ${violation}`));
    }
    await close();
  }
  return found;
};
