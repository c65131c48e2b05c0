import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const script = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const all = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const colors = ['color-contrast', 'link-in-text-block'];

/**
 * Runs axe. What a modal dialog covers in part is smaller than its target and cannot be reached: it counts where no dialog is open.
 * https://www.w3.org/WAI/WCAG22/Understanding/target-size-minimum.html
 */
const run = `async (tags) => {
  const { violations } = await axe.run(document, { resultTypes: ['violations'], runOnly: tags });
  const modal = document.querySelector('dialog:modal');
  const isCovered = ({ target: [selector] }) => modal && !modal.contains(document.querySelector(selector));
  return violations
    .map(({ id, nodes }) => ({ id, nodes: id === 'target-size' ? nodes.filter((node) => !isCovered(node)) : nodes }))
    .filter(({ nodes }) => nodes.length > 0);
}`;

/**
 * What axe finds on a page: each rule with the first element that breaks it. `colors` runs only the rules about colours, for a page that
 * was checked in another theme: a theme changes nothing else.
 */
export const axeViolations = async (page: Page, rules: 'all' | 'colors' = 'all'): Promise<string[]> => {
  if (await page.evaluate("typeof axe === 'undefined'")) await page.evaluate(script);
  const violations = await page.evaluate<AxeResults['violations']>(
    `(${run})(${JSON.stringify(rules === 'all' ? all : colors)})`,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
};
