import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Portal } from '../../infra/local/portal.ts';

/** Chooses an account on the runner's sign-in page. */
export const signInAs = async (page: Page, account: string) => {
  await page.locator(`button[value="${account}"]`).click();
};

/**
 * Opens addresses of the console for an account, each in a browser context of its own. `messages` collects console messages and page
 * errors; it stays empty unless something goes wrong.
 */
export const consoleOpener =
  (browser: Browser, portal: Portal) =>
  async (account: string, path = '/quan-tri/', options: BrowserContextOptions = {}) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
    const messages: string[] = [];
    context.on('console', (message) => messages.push(message.text()));
    context.on('weberror', (error) => messages.push(error.error().message));
    const page = await context.newPage();
    await page.goto(portal.url + path);
    await signInAs(page, account);
    await page.getByRole('button', { name: 'Đăng xuất' }).waitFor();
    return { page, context, messages, close: () => context.close() };
  };
