import { describe, expect, test } from 'vitest';
import { axeViolations } from '../../support/axe.ts';
import { pageOpener } from '../../support/page-opener.ts';
import { staffApi } from '../../support/staff-api.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { sharedDemo } from '../../support/use-demo.ts';

const { portal, paths: demoPaths } = await sharedDemo();
const { published } = staffApi(portal);
const longWord = 'Nghiêng'.repeat(30);
const odd = await published({
  title: `Tiêu đề có một từ rất dài ${longWord}`,
  category: 'thong-bao',
  body: `<p>${longWord}</p><table><tbody><tr>${'<td>một ô bảng</td>'.repeat(9)}</tr></tbody></table>`,
});
const browser = await useBrowser();

const pathOf = (kind: string) => demoPaths.find(([name]) => name === kind)?.[1] ?? '';
const article = pathOf('an article');
const pages: [string, string][] = [...demoPaths, ['an article of odd text', odd.url]];

const open = pageOpener(browser, portal.url);

/** Themes of the device, and those that a reader chooses instead. */
const themes: { colorScheme: 'light' | 'dark'; contrast: 'more' | 'no-preference'; chosen?: string }[] = [
  { colorScheme: 'light', contrast: 'no-preference' },
  { colorScheme: 'dark', contrast: 'no-preference' },
  { colorScheme: 'light', contrast: 'more' },
  { colorScheme: 'dark', contrast: 'more' },
  { colorScheme: 'light', contrast: 'no-preference', chosen: 'dark' },
  { colorScheme: 'light', contrast: 'no-preference', chosen: 'contrast' },
];

describe.each(pages)('%s', (_, path) => {
  // 640 at twice the size is 320, as is 1280 at 400 %: https://www.w3.org/TR/WCAG22/#reflow
  test.each([320, 360, 640, 1280])(
    'fits a viewport of %i pixels, and requests only images of the site and its statistics',
    async (width) => {
      const { page, messages, close } = await open(path, width);
      const requests: string[] = [];
      page.on('request', (request) => requests.push(request.url()));
      await page.reload();
      const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
      expect(overflow).toBeLessThanOrEqual(0);
      const others = requests.filter(
        (url) =>
          !url.startsWith('data:') &&
          !url.startsWith(`${portal.url}/images/`) &&
          url !== `${portal.url}/api/visits`,
      );
      expect(others).toEqual([portal.url + path]);
      // A browser reports the status of the one missing page; nothing else may be reported.
      expect(messages.filter((text) => !text.includes('404'))).toEqual([]);
      await close();
    },
  );

  test.each([360, 1280])('is accessible in every theme at %i pixels', async (width) => {
    const { page, close } = await open(path, width, { bypassCSP: true });
    for (const [index, { chosen, ...device }] of themes.entries()) {
      await page.emulateMedia(device);
      await page.evaluate(`document.documentElement.dataset.theme = '${chosen ?? ''}'`);
      if (!chosen) await page.evaluate('delete document.documentElement.dataset.theme');
      const violations = await axeViolations(page, index === 0 ? 'all' : 'colors');
      expect([device, chosen, violations]).toEqual([device, chosen, []]);
    }
    await close();
  });
});

test('has touch targets that are large enough', async () => {
  // https://www.w3.org/TR/WCAG22/#target-size-enhanced; links within text are exempt.
  const controls =
    'button, select, input, summary, .navigation a, .pager a, .calendar a, .breadcrumb a, .tools a, .tags a, .pages a';
  for (const [, path] of pages) {
    const { page, close } = await open(path, 360);
    const small = await page.evaluate(
      `[...document.querySelectorAll('${controls}')].filter((e) => e.checkVisibility() && e.getBoundingClientRect().height < 44).map((e) => e.outerHTML.slice(0, 80) + e.getBoundingClientRect().height)`,
    );
    expect([path, small]).toEqual([path, []]);
    await close();
  }
});

test('focuses the skip link first, then home and the categories', async () => {
  const { page, close } = await open('/', 1280);
  const focused = () => page.evaluate('document.activeElement.textContent.trim()');
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('Đến nội dung chính');
  await page.keyboard.press('Enter');
  expect(await page.evaluate('document.activeElement.id')).toBe('noi-dung');
  await close();
});

test('navigates from home to a category, an article and another article', async () => {
  const { page, close } = await open('/', 360);
  await page.getByRole('navigation', { name: 'Chuyên mục' }).getByText('Văn hóa').click();
  const title = await page.locator('main h2 a').first().textContent();
  await page.locator('main h2 a').first().click();
  expect(await page.locator('h1').textContent()).toBe(title);
  await page.locator('.related a').first().click();
  expect(await page.locator('h1').textContent()).not.toBe(title);
  await close();
});

test('loads the narrow WebP of the first image eagerly on a phone', async () => {
  const { page, close } = await open(article, 360);
  const lead = page.locator('.cover img');
  await expect
    .poll(() => lead.evaluate((image) => (image as unknown as { complete: boolean }).complete))
    .toBe(true);
  const shown = await lead.evaluate((image) => (image as unknown as { currentSrc: string }).currentSrc);
  expect(shown).toMatch(/\/images\/[0-9a-z]{26}\/480-[0-9a-f]{10}\.webp$/);
  expect(await lead.getAttribute('fetchpriority')).toBe('high');
  await close();
});

test('prints an article without its navigation', async () => {
  const { page, close } = await open(article, 1280);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.body').isVisible()).toBe(true);
  for (const part of ['.navigation', 'aside', '.related', 'search', '.display', '.tools']) {
    expect([part, await page.locator(part).first().isVisible()]).toEqual([part, false]);
  }
  await close();
});

test.each(['home', 'an article', 'an article with a gallery', 'a month'])(
  'reaches everything on %s by keyboard, visibly and in order',
  async (kind) => {
    const { page, close } = await open(pathOf(kind), 1280);
    const focusable = 'a[href], button, input, select, summary, main';
    const expected = await page.evaluate<number>(
      `[...document.querySelectorAll('${focusable}')].filter((e) => e.tabIndex >= 0 && e.checkVisibility({ visibilityProperty: true })).length`,
    );
    const seen: string[] = [];
    for (let n = 0; n <= expected + 6; n += 1) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate<string>(`(() => {
        const e = document.activeElement;
        if (e === document.body) return '';
        const { outlineStyle, outlineWidth } = getComputedStyle(e);
        const isSeen = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
        return [...document.querySelectorAll('${focusable}')].indexOf(e) + (isSeen ? '' : ' unseen: ' + e.outerHTML.slice(0, 80));
      })()`);
      if (at === '') break;
      if (at !== seen.at(-1)) seen.push(at);
    }
    expect(seen.filter((at) => at.includes('unseen'))).toEqual([]);
    expect(new Set(seen).size).toBe(expected);
    expect(seen.map(Number)).toEqual(seen.map(Number).toSorted((a, b) => a - b));
    await close();
  },
);

test('shifts no layout and sets no cookie', async () => {
  for (const [, path] of pages) {
    const { page, close } = await open(path, 360);
    expect([path, await page.evaluate('document.getAnimations().length')]).toEqual([path, 0]);
    expect([path, await page.context().cookies()]).toEqual([path, []]);
    await close();
  }
});
