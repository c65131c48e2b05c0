import { randomUUID } from 'node:crypto';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { visitsScript } from '../../../shared/pages/scripts.ts';
import { phone, reader } from '../../support/reader.ts';
import { staffApi } from '../../support/staff-api.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { useSharedPortal } from '../../support/use-portal.ts';

const portal = await useSharedPortal();
const { as, published } = staffApi(portal);
const first = await published();
const second = await published({ title: 'Lịch tiêm chủng tháng này' });
const { totals, visit } = reader(portal);
const browser = await useBrowser();

type Options = Parameters<typeof browser.newContext>[0] & { storage?: 'none'; visibility?: 'set' };

/** A new browser context, with the beacons that it sent and the messages that it logged. With `visibility`, pages `become` hidden and visible. */
const aReader = async ({ storage, visibility, ...options }: Options = {}) => {
  const context = await browser.newContext({
    userAgent: phone,
    viewport: { width: 360, height: 800 },
    ...options,
  });
  const beacons: { visit: string; articles: string[] }[] = [];
  const messages: string[] = [];
  await context.clock.install({ time: new Date() });
  if (storage === 'none') {
    await context.addInitScript(
      "Object.defineProperty(window, 'localStorage', { get() { throw new Error() } })",
    );
  }
  if (visibility === 'set') {
    // All pages of a headless browser are visible.
    await context.addInitScript(`
      let state = 'visible';
      Object.defineProperty(document, 'visibilityState', { get: () => state });
      window.become = (next) => { state = next; document.dispatchEvent(new Event('visibilitychange')); };`);
  }
  const open = async (path: string) => {
    const page = await context.newPage();
    page.on('request', (request) => {
      if (request.url().endsWith('/api/visits')) beacons.push(JSON.parse(request.postData() ?? '{}'));
    });
    page.on('console', (message) => messages.push(message.text()));
    page.on('pageerror', (error) => messages.push(error.message));
    await page.goto(portal.url + path, { waitUntil: 'networkidle' });
    return page;
  };
  return {
    context,
    open,
    beacons,
    messages,
    wait: (minutes: number) => context.clock.fastForward(minutes * 60_000),
  };
};

/** The number of visits that read each of some articles. */
const readersOf = async (articles: readonly { id: string }[]) => {
  const { body } = await as.editor<{ items: { article: string; readers: number }[] }>('/most-read');
  return articles.map(({ id }) => body.items.find(({ article }) => article === id)?.readers ?? 0);
};
/** Follows a link of a page, as a reader does. */
const follow = async (page: Page, path: string) => {
  await page.evaluate(
    `document.querySelector('main').innerHTML = '<a id="next" href="${path}">Xem tiếp</a>'`,
  );
  await page.click('#next');
  await page.waitForURL(portal.url + path, { waitUntil: 'networkidle' });
};

test('begins a visit with one beacon, and sends the further articles together after five minutes', async () => {
  const { context, open, beacons, messages, wait } = await aReader();
  const page = await open('/');
  for (const path of [first.url, second.url, first.url, '/tin-tuc']) await follow(page, path);
  expect(beacons.map(({ articles }) => articles)).toEqual([[]]);
  await wait(6);
  await expect.poll(() => beacons.length).toBe(2);
  expect(beacons[1]?.articles.toSorted()).toEqual([first.id, second.id].toSorted());
  await expect
    .poll(() => page.evaluate('Object.values(JSON.parse(localStorage.visit).articles)'))
    .toEqual([2, 2]);
  await wait(4);
  await follow(page, first.url);
  await follow(page, '/');
  expect(beacons).toHaveLength(2);
  await wait(2);
  await follow(page, '/');
  expect(beacons.slice(2).map(({ articles }) => articles)).toEqual([[]]);
  expect(new Set(beacons.map(({ visit: id }) => id)).size).toBe(1);
  expect(messages).toEqual([]);
  await context.close();
});

test('sends what two tabs gathered when one is left, once', async () => {
  const { context, open, beacons } = await aReader({ visibility: 'set' });
  const articles = [
    await published({ title: 'Ở thẻ thứ nhất' }),
    await published({ title: 'Ở thẻ thứ hai' }),
  ];
  await open('/');
  const tabs = [];
  for (const { url } of articles) tabs.push(await open(url));
  expect(beacons).toHaveLength(1);
  await tabs[0]?.evaluate("become('hidden')");
  await expect.poll(() => readersOf(articles)).toEqual([1, 1]);
  await tabs[1]?.evaluate("become('hidden')");
  const { total } = await visit();
  expect([await readersOf(articles), (await totals()).total]).toEqual([[1, 1], total]);
  expect(beacons).toHaveLength(2);
  await context.close();
});

test('sends what is gathered when the page is hidden, and nothing when it is hidden again', async () => {
  const { context, open, beacons } = await aReader({ visibility: 'set' });
  await open('/');
  const page = await open(first.url);
  await page.evaluate("become('hidden')");
  await expect.poll(() => beacons.map(({ articles }) => articles)).toEqual([[], [first.id]]);
  await page.evaluate("become('visible'); become('hidden')");
  await page.close();
  expect(beacons).toHaveLength(2);
  await context.close();
});

test('sends at once when the clock of the device goes back', async () => {
  const { context, open, beacons } = await aReader();
  await open('/');
  await context.clock.setSystemTime(Date.now() - 24 * 60 * 60_000);
  await open(first.url);
  expect(beacons.map(({ articles }) => articles)).toEqual([[], [first.id]]);
  expect(new Set(beacons.map(({ visit: id }) => id)).size).toBe(1);
  await context.close();
});

test('sends an article that was never sent with the next visit, and no other one of the visit before', async () => {
  const { context, open, beacons } = await aReader();
  const last = { id: 'x', at: Date.now() - 40 * 60_000, articles: { [first.id]: 0, [second.id]: 1 } };
  await context.addInitScript(`localStorage.visit ??= '${JSON.stringify(last)}'`);
  await open('/');
  expect(beacons).toEqual([{ visit: expect.stringMatching(/^[\da-f-]{36}$/), articles: [first.id] }]);
  await context.close();
});

test('sends an article again whose beacon was not answered, with the next beacon of the visit', async () => {
  const { context, open, beacons } = await aReader();
  const now = Date.now();
  const left = { id: randomUUID(), at: now, sent: now - 6 * 60_000, articles: { [first.id]: 1 } };
  await context.addInitScript(`localStorage.visit ??= '${JSON.stringify(left)}'`);
  await open(second.url);
  expect(beacons.map(({ articles }) => articles.toSorted())).toEqual([[first.id, second.id].toSorted()]);
  await context.close();
});

test('begins another visit after half an hour without a page', async () => {
  const { context, open, beacons, wait } = await aReader();
  const before = (await totals()).total;
  await open('/');
  await wait(29);
  await open('/');
  expect(new Set(beacons.map(({ visit: id }) => id)).size).toBe(1);
  await wait(31);
  await open('/');
  expect(new Set(beacons.map(({ visit: id }) => id)).size).toBe(2);
  await expect.poll(async () => (await totals()).total).toBe(before + 2);
  await context.close();
});

test('refreshes the numbers in place without layout shift', async () => {
  await visit();
  const { context, open } = await aReader();
  await context.addInitScript(`
    window.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });`);
  const page = await open('/');
  await page.locator('.visits').scrollIntoViewIfNeeded();
  const { total } = await totals();
  await expect.poll(() => page.locator('[data-count=total]').textContent()).toBe(String(total));
  expect(await page.locator('[data-count=online]').textContent()).toMatch(/^[1-9]/);
  expect(await page.evaluate('window.shift')).toBe(0);
  await context.close();
});

test('shows the numbers of the page or those of the last reply, whichever has more visits', async () => {
  const { context, open } = await aReader();
  await context.route('**/api/visits', (route) => route.fulfill({ status: 403 }));
  await context.route(`${portal.url}/`, async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    const body = html.replace(/(?<=data-count="total">)[^<]*/, '5.000');
    await route.fulfill({ response, body });
  });
  const shownAfter = async (total: number) => {
    const stored = { total, today: 1, month: 1, online: 1, since: null };
    await context.addInitScript(
      `localStorage.visit = JSON.stringify({ id: 'x', read: [], at: Date.now(), totals: ${JSON.stringify(stored)} })`,
    );
    return (await open('/')).locator('[data-count=total]').textContent();
  };
  expect(await shownAfter(4_000)).toBe('5.000');
  expect(await shownAfter(6_000)).toBe('6.000');
  await context.close();
});

test('shows the served numbers without scripts', async () => {
  const { context, open, beacons } = await aReader({ javaScriptEnabled: false });
  const page = await open('/');
  expect(await page.locator('[data-count=total]').textContent()).toMatch(/^[\d.]+$/);
  expect(beacons).toEqual([]);
  await context.close();
});

test('does not count a browser without storage, whose visits cannot be distinguished', async () => {
  const { context, open, beacons, messages } = await aReader({ storage: 'none' });
  await open('/');
  expect([beacons, messages]).toEqual([[], []]);
  await context.close();
});

test('counts despite foreign data in its storage key', async () => {
  const { context, open, beacons, messages } = await aReader();
  for (const left of ['{', 'null', '7', '{"at":"x","read":3}']) {
    await context.addInitScript(`localStorage.visit = ${JSON.stringify(left)}`);
    await open('/');
  }
  expect(beacons).toHaveLength(4);
  expect(messages).toEqual([]);
  await context.close();
});

test('counts a background tab when it becomes visible', async () => {
  const { context, open, beacons } = await aReader();
  await context.addInitScript(`
    let state = 'hidden';
    Object.defineProperty(document, 'visibilityState', { get: () => state });
    window.show = () => { state = 'visible'; document.dispatchEvent(new Event('visibilitychange')); };`);
  const page = await open('/');
  expect(beacons).toEqual([]);
  await page.evaluate('show()');
  await expect.poll(() => beacons.length).toBe(1);
  await context.close();
});

test('sends an unanswered beacon again under the same id', async () => {
  const { context, open, beacons, wait } = await aReader();
  // The script waits for a random time: with a short one the second beacon would come before the first is seen here.
  await context.addInitScript('Math.random = () => 0.9');
  let refusals = 2;
  await context.route('**/api/visits', (route) => {
    refusals -= 1;
    return refusals >= 0 ? route.fulfill({ status: 503 }) : route.continue();
  });
  const page = await open('/');
  await expect.poll(() => beacons.length).toBe(1);
  await wait(1);
  await expect.poll(() => beacons.length).toBe(2);
  await wait(1);
  await expect.poll(() => beacons.length).toBe(3);
  expect(new Set(beacons.map(({ visit: id }) => id)).size).toBe(1);
  await expect.poll(() => page.locator('[data-count=total]').textContent()).toMatch(/^[\d.]+$/);
  await context.close();
});

test('has a beacon script of at most 1.2 kilobytes compressed', () => {
  expect(gzipSync(visitsScript).length).toBeLessThanOrEqual(1200);
  expect(brotliCompressSync(visitsScript).length).toBeLessThanOrEqual(1200);
});
