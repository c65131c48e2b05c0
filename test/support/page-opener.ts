import type { Browser, BrowserContextOptions } from 'playwright-core';

/** Opens paths of a portal in browser contexts of their own; `messages` collects the console and page errors. */
export const pageOpener =
  (browser: Browser, portalUrl: string) =>
  async (path: string, width: number, options: BrowserContextOptions = {}) => {
    const context = await browser.newContext({ viewport: { width, height: 800 }, ...options });
    const page = await context.newPage();
    const messages: string[] = [];
    page.on('console', (message) => messages.push(message.text()));
    page.on('pageerror', (error) => messages.push(error.message));
    await page.goto(portalUrl + path);
    return { page, messages, close: () => context.close() };
  };
