import { expect, test } from 'vitest';
import { stylesheet } from '../../../shared/pages/stylesheet.ts';
import { brotliBytes } from '../../support/page-bytes.ts';
import { pageOpener } from '../../support/page-opener.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { sharedDemo } from '../../support/use-demo.ts';

const { portal, paths, html } = await sharedDemo();
const browser = await useBrowser();
const open = pageOpener(browser, portal.url);

/** Bytes of a page at brotli 5, and requests of a first view on a phone that is scrolled to its end, without the beacon of the visit. */
const budgets: [kind: string, bytes: number, requests: number][] = [
  ['home', 13_760, 6],
  ['a category', 9_780, 6],
  ['an older page of a list', 9_800, 6],
  ['an article', 12_790, 2],
  ['an article with a gallery', 13_500, 7],
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

/** Pictures that a page shows to whoever scrolls to its end. How many of the lazy ones a first view loads depends on the browser and the line. */
const shownPictures = `new Set([...document.images].filter((image) => image.getClientRects()[0]).map(({ src }) => src)).size`;

const requestsOf = async (path: string): Promise<number> => {
  const { page, close } = await open('/khong-co', 360, { deviceScaleFactor: 2 });
  const requested = new Set<string>();
  page.on('request', (request) => {
    if (!/^data:|\/images\/|\/api\/visits$/.test(request.url())) requested.add(request.url());
  });
  await page.goto(portal.url + path, { waitUntil: 'networkidle' });
  const pictures = await page.evaluate<number>(shownPictures);
  await close();
  return requested.size + pictures;
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
