import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const themes = [
  { colorScheme: 'light', forcedColors: 'none' },
  { colorScheme: 'dark', forcedColors: 'none' },
  { colorScheme: 'light', forcedColors: 'active' },
] as const;

/** What axe finds in a view of the console, light, dark and in forced colours, at 320 and 1280 pixels. The page must bypass its policy. */
export const consoleViolations = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe);
  const found: string[] = [];
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    for (const theme of themes) {
      await page.emulateMedia(theme);
      const { violations } = await page.evaluate<AxeResults>(
        `axe.run(document, { runOnly: ${JSON.stringify(tags)} })`,
      );
      const where = `${width} ${theme.colorScheme} ${theme.forcedColors}`;
      found.push(...violations.map(({ id, nodes }) => `${where} ${id}: ${nodes[0]?.html}`));
    }
    const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
    if (overflow > 0) found.push(`${width}: ${overflow} px too wide`);
  }
  return found;
};
