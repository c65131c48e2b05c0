import { expect, test } from 'vitest';
import { consoleViolations } from '../../support/console-axe.ts';
import { consoleOpener } from '../../support/console-opener.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { useSharedPortal } from '../../support/use-portal.ts';

const portal = await useSharedPortal();
const open = consoleOpener(await useBrowser(), portal);

test('says how the portal is, why something is not known, and checks again', async () => {
  // The edge holds the page then: the view gives up after two seconds, which a busy machine may need to make one.
  await fetch(portal.url);
  const { page, messages, close } = await open('editor', '/quan-tri/tinh-trang', { bypassCSP: true });
  const line = (title: string) =>
    page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 2, name: title }) });
  await line('Trang chủ')
    .getByText(/^Mở được/)
    .waitFor();
  await line('Sao lưu dữ liệu').getByText('chạy thử trên một máy').waitFor();
  expect(await page.getByRole('heading', { level: 2 }).allTextContents()).toEqual([
    'Trang chủ',
    'Sao lưu dữ liệu',
    'Cập nhật trang cho người đọc',
    'Tìm kiếm',
    'Sức chứa của tìm kiếm',
    'Lượt truy cập và chi phí tháng trước',
  ]);
  expect(await consoleViolations(page)).toEqual([]);
  expect(messages).toEqual([]);

  await page.route('**/', (route) => route.abort());
  await page.route('**/api/admin/health', (route) =>
    route.fulfill({ status: 503, json: { code: 'unavailable', detail: 'Hệ thống tạm thời gián đoạn.' } }),
  );
  await page.getByRole('button', { name: 'Kiểm tra lại' }).click();
  await line('Trang chủ').getByText('Không mở được trang chủ từ máy này').waitFor();
  await page.getByRole('alert').getByText('Hệ thống tạm thời gián đoạn.').waitFor();
  expect(await page.getByText('Mọi thứ đều tốt').count()).toBe(0);

  await page.unrouteAll();
  await page.getByRole('button', { name: 'Kiểm tra lại' }).click();
  await line('Trang chủ')
    .getByText(/^Mở được/)
    .waitFor();
  await line('Sao lưu dữ liệu').waitFor();
  await close();
});
