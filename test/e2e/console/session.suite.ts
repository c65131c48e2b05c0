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
  expect(await page.locator('header').textContent()).toContain('editor (biên tập viên)');
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
  expect(await page.locator('header').textContent()).toContain('editor');
  await close();
});
