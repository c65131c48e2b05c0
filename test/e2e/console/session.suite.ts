import { expect, test } from 'vitest';
import { consoleOpener, signInAs } from '../../support/console-opener.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { useSharedPortal } from '../../support/use-portal.ts';

const portal = await useSharedPortal();
const browser = await useBrowser();
const open = consoleOpener(browser, portal);

test('signs in, keeps no token in storage or address, and signs in by itself after a reload', async () => {
  const { page, messages, close } = await open('editor', '/quan-tri/?tu=thang');
  expect(page.url()).toBe(`${portal.url}/quan-tri/?tu=thang`);
  expect(await page.getByRole('banner').textContent()).toContain('editor (biên tập viên)');
  const stored = await page.evaluate(
    'JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])',
  );
  expect(stored).toBe('[{},{},""]');
  await page.reload();
  await page.getByRole('button', { name: 'Đăng xuất' }).waitFor();
  expect(page.url()).toBe(`${portal.url}/quan-tri/?tu=thang`);
  expect(messages).toEqual([]);
  await close();
});

test('signs out of the portal and of the sign-in, in every tab', async () => {
  const { page, context, close } = await open('author');
  const other = await context.newPage();
  await other.goto(`${portal.url}/quan-tri/`);
  await other.getByRole('button', { name: 'Đăng xuất' }).waitFor();
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await page.getByText('Bạn đã đăng xuất.').waitFor();
  await other.getByText('Phiên làm việc đã hết.').waitFor();
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await signInAs(page, 'editor');
  expect(await page.getByRole('banner').textContent()).toContain('editor');
  await close();
});

test('goes on after the session has ended, by a sign-in in a second tab', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.clock.install();
  await page.goto(`${portal.url}/quan-tri/`);
  await signInAs(page, 'editor');
  await page.getByRole('button', { name: 'Đăng xuất' }).waitFor();
  portal.endSignIns();
  await page.clock.fastForward(portal.signer.lifetimeSeconds * 1000);
  await page.getByRole('link', { name: 'Kho ảnh' }).click();
  await page.getByText('Phiên làm việc đã hết.').first().waitFor();

  const signInAgain = async (account: 'author' | 'editor') => {
    const [tab] = await Promise.all([
      context.waitForEvent('page'),
      page.getByRole('button', { name: 'Đăng nhập lại' }).click(),
    ]);
    await signInAs(tab, account);
  };
  await signInAgain('author');
  await page.getByText('Vừa đăng nhập bằng tài khoản khác.').waitFor();
  portal.endSignIns();
  await signInAgain('editor');
  await page.locator('.session-bar').waitFor({ state: 'detached' });
  await context.close();
});
