import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { consoleViolations } from '../../support/console-axe.ts';
import { consoleOpener } from '../../support/console-opener.ts';
import { staffApi } from '../../support/staff-api.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { useSharedPortal } from '../../support/use-portal.ts';

const portal = await useSharedPortal();
const open = consoleOpener(await useBrowser(), portal);
const { as } = staffApi(portal);
type Settings = Record<string, unknown> & { name: string; telephone: string };

const settingsNow = async () => {
  const { body, headers } = await as.admin<Settings>('/settings');
  return { body, version: Number(headers.get('etag')?.replaceAll('"', '')) };
};
const saveElsewhere = async (fields: Partial<Settings>) => {
  const { body, version } = await settingsNow();
  await as.admin('/settings', { method: 'PUT', ifMatch: version, body: { ...body, ...fields } });
};
const save = (page: Page) => page.getByRole('button', { name: 'Lưu thiết lập' }).click();
const openSite = () => open('admin', '/quan-tri/thong-tin-cong');

describe('the settings of the site', () => {
  test('are seen on the page before they are saved, and by readers after', async () => {
    const { page, messages, close } = await openSite();
    await page.getByLabel('Tên cổng').fill('Cổng thông tin phường Mới');
    await page.getByRole('button', { name: 'Thêm liên kết' }).click();
    await page.getByLabel('Tên liên kết 1').fill('Công an tỉnh');
    await page.getByLabel('Địa chỉ liên kết 1').fill('https://congan.example');
    await page.getByLabel('Nội dung', { exact: true }).fill('Bão số 5 đổ bộ tối nay');
    await page.getByLabel('Hiện từ').fill('2026-11-28T08:00');
    await page.getByLabel('Đến', { exact: true }).fill('2036-11-29T08:00');
    const preview = page.frameLocator('iframe');
    await preview.locator('.site-name', { hasText: 'Cổng thông tin phường Mới' }).waitFor();
    await preview.getByText('Bão số 5 đổ bộ tối nay').waitFor();
    await preview.getByRole('link', { name: 'Công an tỉnh' }).waitFor();
    await save(page);
    await page.getByText('Đã lưu. Người đọc thấy').waitFor();
    expect((await settingsNow()).body).toMatchObject({
      name: 'Cổng thông tin phường Mới',
      alert: { text: 'Bão số 5 đổ bộ tối nay', from: '2026-11-28T01:00:00.000Z' },
    });
    await expect.poll(async () => (await fetch(portal.url)).text()).toContain('Bão số 5 đổ bộ tối nay');
    expect(messages).toEqual([]);
    await close();
  });

  test('say at the field what is refused, and keep what was typed over a reload', async () => {
    const { page, close } = await openSite();
    await page.getByLabel('Địa chỉ liên kết 1').fill('javascript:alert(1)');
    await save(page);
    await page.getByText('Phải là địa chỉ đầy đủ, bắt đầu bằng https://').waitFor();
    await page.reload();
    await page.getByText('Thay đổi chưa lưu của lần trước vẫn còn đây.').waitFor();
    expect(await page.getByLabel('Địa chỉ liên kết 1').inputValue()).toBe('javascript:alert(1)');
    await page.getByRole('button', { name: 'Bỏ thay đổi' }).first().click();
    await expect
      .poll(() => page.getByLabel('Địa chỉ liên kết 1').inputValue())
      .toBe('https://congan.example');
    await close();
  });

  test('keep what another admin saved meanwhile, and ask where both changed the same', async () => {
    const { page, close } = await openSite();
    await page.getByLabel('Tên cổng').fill('Tên của tôi');
    await saveElsewhere({ telephone: '0200 111' });
    await save(page);
    await page.getByText('Đã lưu. Người đọc thấy').waitFor();
    expect((await settingsNow()).body).toMatchObject({ name: 'Tên của tôi', telephone: '0200 111' });

    await page.getByLabel('Tên cổng').fill('Tên mới của tôi');
    await saveElsewhere({ name: 'Tên của người khác', telephone: '0200 222' });
    await save(page);
    await page.getByText('Người khác vừa sửa tên cổng và đã lưu trước.').waitFor();
    expect((await settingsNow()).body.name).toBe('Tên của người khác');
    await save(page);
    await expect.poll(async () => (await settingsNow()).body.name).toBe('Tên mới của tôi');
    expect((await settingsNow()).body.telephone).toBe('0200 222');
    await close();
  });

  test('have a history that leads back', async () => {
    const { page, close } = await open('admin', '/quan-tri/thong-tin-cong/lich-su');
    await page.getByText('Đã sửa: tên cổng.').first().waitFor();
    await page.getByRole('button', { name: 'Khôi phục phiên bản 1' }).click();
    await page.getByRole('button', { name: 'Khôi phục', exact: true }).last().click();
    await page.getByText('Đã khôi phục thiết lập của phiên bản 1.').waitFor();
    expect((await settingsNow()).body.name).toBe('Cổng thông tin phường Mới');
    await close();
  });

  test('take the visits of an older counter', async () => {
    const { page, close } = await openSite();
    await page.getByLabel('Số lượt').fill('12281929');
    await page.getByLabel('Đếm từ ngày').fill('2015-03-01');
    await page.getByRole('button', { name: 'Lưu số lượt' }).click();
    await page.getByText('Đã lưu số lượt truy cập của bộ đếm cũ.').waitFor();
    const balance = await as.admin('/visits/opening-balance');
    expect(balance.body).toEqual({ visits: 12_281_929, since: '2015-03-01' });
    await close();
  });

  test.each(['', '/lich-su'])('have no barrier that axe finds (%s)', async (path) => {
    const { page, close } = await open('admin', `/quan-tri/thong-tin-cong${path}`, { bypassCSP: true });
    await page
      .getByRole(path ? 'listitem' : 'group')
      .first()
      .waitFor();
    expect(await consoleViolations(page)).toEqual([]);
    await close();
  });
});
