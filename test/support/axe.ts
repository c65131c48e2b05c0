import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const script = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const all = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const colors = ['color-contrast', 'link-in-text-block'];

/**
 * What axe finds on a page: each rule with the first element that breaks it. `colors` runs only the rules about colours, for a page that
 * was checked in another theme: a theme changes nothing else.
 */
export const axeViolations = async (page: Page, rules: 'all' | 'colors' = 'all'): Promise<string[]> => {
  if (await page.evaluate("typeof axe === 'undefined'")) await page.evaluate(script);
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run(document, { resultTypes: ['violations'], runOnly: ${JSON.stringify(rules === 'all' ? all : colors)} })`,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
};
