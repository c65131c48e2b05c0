import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { consoleViolations } from '../../support/console-axe.ts';
import { consoleOpener } from '../../support/console-opener.ts';
import { staffApi } from '../../support/staff-api.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { useSharedPortal } from '../../support/use-portal.ts';

const portal = await useSharedPortal();
const { as, create } = staffApi(portal);
const open = consoleOpener(await useBrowser(), portal);
const soon = { timeout: 20_000 };

test('says who did what, narrows it by the address, pages, and exports it', async () => {
  portal.setClock(new Date('2094-06-01T03:00:00.000Z'));
  const { id } = await create({ title: 'Bài có nhật ký' }, 'author');
  await as.author(`/articles/${id}/submit`, { method: 'POST', ifMatch: 1, body: { note: 'Nhờ duyệt sớm' } });
  await Promise.all(Array.from({ length: 60 }, (_, n) => create({ title: `Bài thứ ${n}` })));
  portal.setClock(null);

  const days = '?tu=2094-06-01&den=2094-06-01';
  const { page, messages, close } = await open('editor', `/quan-tri/nhat-ky${days}`, { bypassCSP: true });
  const rows = page.locator('.activity-day li');
  await expect.poll(() => rows.count(), soon).toBe(50);
  await page.getByRole('button', { name: 'Xem việc cũ hơn' }).click();
  await expect.poll(() => rows.count(), soon).toBe(62);
  expect(await page.getByRole('heading', { level: 2 }).textContent()).toMatch(/1 tháng 6, 2094/);

  await page.getByLabel('Người làm').fill('author');
  await page.getByRole('button', { name: 'Xem', exact: true }).click();
  await expect.poll(() => rows.count(), soon).toBe(2);
  expect(page.url()).toContain(`/quan-tri/nhat-ky${days}&nguoi=author`);
  expect(await rows.first().textContent()).toMatch(
    /^10:00author gửi duyệt bài Bài có nhật ký“Nhờ duyệt sớm”/,
  );

  expect(await consoleViolations(page)).toEqual([]);

  await page.getByRole('link', { name: 'Mọi việc của bài này' }).first().click();
  await page.getByText('Chỉ những việc của một bài viết.').waitFor();
  await expect.poll(() => page.url(), soon).toContain(`?bai=${id}`);
  await expect.poll(() => rows.count(), soon).toBe(2);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Tải bảng CSV' }).click();
  const csv = await readFile(await (await downloading).path(), 'utf8');
  expect(csv).toContain('\uFEFFLúc,Người,Vai trò,Việc');
  expect(csv).toContain('gửi duyệt bài,Bài viết,Bài có nhật ký');

  await page.goBack();
  await expect.poll(() => page.getByLabel('Người làm').inputValue(), soon).toBe('author');
  await page.getByLabel('Người làm').fill('');
  await page.getByLabel('Đến ngày').fill('2094-08-01');
  await page.getByRole('button', { name: 'Xem', exact: true }).click();
  await page.getByText('Xem được tối đa 31 ngày một lần.').waitFor();
  expect(messages).toEqual([]);
  await close();
});
