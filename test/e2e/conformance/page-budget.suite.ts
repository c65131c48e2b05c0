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
  ['home', 13_760, 5],
  ['a category', 9_780, 6],
  ['an older page of a list', 9_800, 7],
  ['an article', 12_790, 3],
  ['an article with a gallery', 13_500, 8],
];

test('pages stay within their bytes and requests', async () => {
  const measured = await Promise.all(
    budgets.map(async ([kind]) => [kind, brotliBytes(html.get(kind) ?? ''), await requestsOf(pathOf(kind))]),
  );
  const isWithin = (n: number) => (value: unknown) => Number(value) > 0 && Number(value) <= n;
  expect(measured).toEqual(
    budgets.map(([kind, bytes, requests]) => [
      kind,
      expect.toSatisfy(isWithin(bytes)),
      expect.toSatisfy(isWithin(requests)),
    ]),
  );
});

const pathOf = (kind: string) => paths.find(([name]) => name === kind)?.[1] ?? '';

const requestsOf = async (path: string): Promise<number> => {
  const { page, close } = await open('/khong-co', 360, { deviceScaleFactor: 2 });
  const requested = new Set<string>();
  page.on('request', (request) => {
    if (!request.url().startsWith('data:')) requested.add(request.url());
  });
  await page.goto(portal.url + path, { waitUntil: 'networkidle' });
  await close();
  return requested.size;
};

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

test('every page has the rules that it uses', async () => {
  const { page, close } = await open('/khong-co', 360, { bypassCSP: true });
  for (const [kind, text] of html) {
    await page.setContent(text, { waitUntil: 'commit' });
    const missing = await page.evaluate(`${missingRules}(${JSON.stringify(stylesheet)})`);
    expect([kind, missing]).toEqual([kind, []]);
  }
  await close();
});
