import { brotliCompressSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { visitsScript } from '../../../shared/pages/scripts.ts';
import { phone, reader } from '../../support/reader.ts';
import { staffApi } from '../../support/staff-api.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { useSharedPortal } from '../../support/use-portal.ts';

const portal = await useSharedPortal();
const { published } = staffApi(portal);
const first = await published();
const second = await published({ title: 'Lịch tiêm chủng tháng này' });
const { totals, visit } = reader(portal);
const browser = await useBrowser();

type Options = Parameters<typeof browser.newContext>[0] & { storage?: 'none' };

/** A new browser context, with the beacons that it sent and the messages that it logged. */
const aReader = async ({ storage, ...options }: Options = {}) => {
  const context = await browser.newContext({
    userAgent: phone,
    viewport: { width: 360, height: 800 },
    ...options,
  });
  const beacons: { visit: string; article?: string }[] = [];
  const messages: string[] = [];
  await context.clock.install({ time: new Date() });
  if (storage === 'none') {
    await context.addInitScript(
      "Object.defineProperty(window, 'localStorage', { get() { throw new Error() } })",
    );
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

test('sends one beacon in five minutes and one for each article, under one id', async () => {
  const { context, open, beacons, messages, wait } = await aReader();
  await open('/');
  await open('/');
  await open(first.url);
  await open(first.url);
  await open(second.url);
  await open('/tin-tuc');
  expect(beacons.map(({ article }) => article)).toEqual([undefined, first.id, second.id]);
  await wait(6);
  await open('/');
  expect(beacons).toHaveLength(4);
  expect(new Set(beacons.map(({ visit: id }) => id)).size).toBe(1);
  expect(messages).toEqual([]);
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

test('has a beacon script of at most one kilobyte compressed', () => {
  expect(gzipSync(visitsScript).length).toBeLessThanOrEqual(1024);
  expect(brotliCompressSync(visitsScript).length).toBeLessThanOrEqual(1024);
});
