import { describe, expect, test } from 'vitest';
import { consoleViolations } from '../../support/console-axe.ts';
import { consoleOpener } from '../../support/console-opener.ts';
import { peopleApi } from '../../support/people-api.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { useSharedPortal } from '../../support/use-portal.ts';

const portal = await useSharedPortal();
const open = consoleOpener(await useBrowser(), portal);
const { person, invited, change } = peopleApi(portal);
const openPeople = (options = {}) => open('admin', '/quan-tri/nguoi-dung', options);

test('invites a person, changes the role, disables and enables, with the keyboard', async () => {
  const { page, messages, close } = await openPeople({ viewport: { width: 360, height: 800 } });
  await page.getByRole('button', { name: 'Mời người mới' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Họ và tên').fill('Phạm Thị Mười Hai');
  await dialog.getByLabel('Thư điện tử').fill('hai.pham');
  await dialog.getByLabel('Thư điện tử').press('Enter');
  await dialog.getByText('Không phải địa chỉ thư điện tử').waitFor();
  await dialog.getByLabel('Thư điện tử').fill('hai.pham@hacvan.example');
  await dialog.getByLabel('Vai trò').selectOption('editor');
  await dialog.getByRole('button', { name: 'Gửi thư mời' }).press('Enter');
  await page.getByText('Tên đăng nhập: hai.pham.').waitFor();
  const card = page.getByRole('listitem').filter({ hasText: 'hai.pham@hacvan.example' });
  await card.getByText('Đã mời, chưa đăng nhập; thư mời dùng được đến').waitFor();

  const take = async (action: string, confirm: string) => {
    await card.getByRole('button', { name: `${action}: Phạm Thị Mười Hai` }).press('Enter');
    await dialog.getByText('Phạm Thị Mười Hai').first().waitFor();
    if (action === 'Đổi vai trò') await dialog.getByLabel('Vai trò').selectOption('author');
    await dialog.getByRole('button', { name: confirm, exact: true }).press('Enter');
    await dialog.waitFor({ state: 'hidden' });
  };
  await take('Đổi vai trò', 'Đổi vai trò');
  await card.getByText('người viết').waitFor();
  await take('Khóa', 'Khóa tài khoản');
  await card.getByText('Đã khóa: không đăng nhập được').waitFor();
  // The button is gone: the focus is on the card.
  await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('person-hai.pham');
  await take('Mở khóa', 'Mở khóa');
  await card.getByRole('button', { name: /^Khóa:/ }).waitFor();
  expect(await person('hai.pham')).toMatchObject({ role: 'author', isEnabled: true, version: 4 });
  expect(messages.filter((message) => !message.includes('422'))).toEqual([]);
  await close();
});

test('offers nothing for one’s own account, and says what another admin has changed meanwhile', async () => {
  const made = await invited();
  const { page, close } = await openPeople();
  const own = page.getByRole('listitem').filter({ hasText: 'admin@hacvan.example' });
  await own.getByText('(bạn)').waitFor();
  expect(await own.getByRole('button').count()).toBe(0);

  const card = page.getByRole('listitem').filter({ hasText: made.email });
  await card.waitFor();
  await change(made, 'role', { role: 'editor' });
  await card.getByRole('button', { name: /^Khóa:/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Khóa tài khoản' }).click();
  await dialog.getByText('Người khác vừa thay đổi tài khoản này.').waitFor();
  await dialog.getByRole('button', { name: 'Tải lại danh sách' }).click();
  await card.getByText('biên tập viên').waitFor();
  expect(await person(made.name)).toMatchObject({ isEnabled: true });
  await close();
});

describe('is accessible', () => {
  test.each([
    ['the list', null],
    ['an invitation', 'Mời người mới'],
    ['a change', /^Đổi vai trò/],
  ])('%s', async (_, button) => {
    const { page, close } = await openPeople({ bypassCSP: true });
    await page.getByRole('listitem').first().waitFor();
    if (button !== null) await page.getByRole('button', { name: button }).first().click();
    expect(await consoleViolations(page)).toEqual([]);
    await close();
  });
});
