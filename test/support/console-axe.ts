import type { Page } from 'playwright-core';
import { axeViolations } from './axe.ts';

/** Pixels in which every view and dialog of the tests fits: axe takes what a scroll or a sticky bar hides of a target for its size. */
const tall = 3_000;
const themes = [
  { colorScheme: 'light', forcedColors: 'none' },
  { colorScheme: 'dark', forcedColors: 'none' },
  { colorScheme: 'light', forcedColors: 'active' },
] as const;

/**
 * What axe finds in a view of the console, light, dark and in forced colours, at 320 and 1280 pixels, and where it is wider than the
 * window. The page must bypass its policy.
 */
export const consoleViolations = async (page: Page): Promise<string[]> => {
  const found: string[] = [];
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: tall });
    for (const [index, theme] of themes.entries()) {
      await page.emulateMedia(theme);
      const where = `${width} ${theme.colorScheme} ${theme.forcedColors}`;
      found.push(
        ...(await axeViolations(page, index === 0 ? 'all' : 'colors')).map(
          (violation) => `${where} ${violation}`,
        ),
      );
    }
    const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
    if (overflow > 0) found.push(`${width}: ${overflow} px too wide`);
  }
  return found;
};
