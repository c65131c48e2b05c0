import { expect, test } from 'vitest';
import { stylesheet } from '../../../shared/pages/stylesheet.ts';
import { brotliBytes } from '../../support/page-bytes.ts';
import { pageOpener } from '../../support/page-opener.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { sharedDemo } from '../../support/use-demo.ts';

const { portal, paths, html } = await sharedDemo();
const browser = await useBrowser();
const open = pageOpener(browser, portal.url);

/** Bytes of a page at brotli 5, and requests of a first view on a phone, pictures below the window included. */
const budgets: [kind: string, bytes: number, requests: number][] = [
  ['home', 13_800, 12],
  ['a category', 9_700, 12],
  ['an older page of a list', 9_700, 14],
  ['an article', 12_600, 4],
  ['an article with a gallery', 13_300, 14],
];

test.each(budgets)('%s stays within %i bytes and %i requests', async (kind, bytes, requests) => {
  expect(brotliBytes(html.get(kind) ?? '')).toBeLessThanOrEqual(bytes);
  const path = paths.find(([name]) => name === kind)?.[1] ?? '';
  const { page, close } = await open('/khong-co', 360, { deviceScaleFactor: 2 });
  const requested = new Set<string>();
  page.on('request', (request) => {
    if (!request.url().startsWith('data:')) requested.add(request.url());
  });
  await page.goto(portal.url + path, { waitUntil: 'networkidle' });
  expect(requested.size).toBeLessThanOrEqual(requests);
  await close();
});

/** Rules of the whole stylesheet that the page lacks though one of its elements matches them, whatever its state. */
const missingRules = `((whole) => {
  const selectors = (rules) => [...rules].flatMap((rule) => rule.selectorText ? [rule] : selectors(rule.cssRules));
  const key = (rule) => (rule.parentRule?.conditionText ?? '') + rule.cssText;
  const all = new CSSStyleSheet();
  all.replaceSync(whole);
  const own = new Set(selectors(document.styleSheets[0].cssRules).map(key));
  const states = '::?(?:hover|focus(?:-visible|-within)?|before|after)';
  const stateless = (text) =>
    text.replace(new RegExp('(^|[ (])' + states, 'g'), '$1*').replace(new RegExp(states, 'g'), '');
  return selectors(all.cssRules)
    .filter((rule) => !own.has(key(rule)) && document.querySelector(stateless(rule.selectorText)))
    .map(({ cssText }) => cssText);
})`;

test.each(paths)('%s has every rule that it uses', async (kind, path) => {
  const { page, close } = await open(path, 360);
  expect([kind, await page.evaluate(`${missingRules}(${JSON.stringify(stylesheet)})`)]).toEqual([kind, []]);
  await close();
});
