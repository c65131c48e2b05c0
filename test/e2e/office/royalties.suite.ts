import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { consoleViolations } from '../../support/console-axe.ts';
import { consoleOpener } from '../../support/console-opener.ts';
import { staffApi } from '../../support/staff-api.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { useSharedPortal } from '../../support/use-portal.ts';

const portal = await useSharedPortal();
const { create, publish, published } = staffApi(portal);
const open = consoleOpener(await useBrowser(), portal);
const soon = { timeout: 20_000 };

test('shows who published what in a month, leads to the articles and other months, and exports it', async () => {
  const { id } = await published(
    { title: 'Chợ phiên đông vui', author: 'Trần Ngọc Lan', body: `<p>${'từ '.repeat(1_200)}</p>` },
    '2018-04-03T08:00:00+07:00',
  );
  await published({ author: 'TRẦN NGỌC LAN', body: '<p>một hai ba</p>' }, '2018-04-20T08:00:00+07:00');
  await publish(await create({ body: '<p>bốn năm</p>' }, 'author'), '2018-04-21T08:00:00+07:00');

  const { page, messages, close } = await open('editor', '/quan-tri/nhuan-but?thang=2018-04', {
    bypassCSP: true,
  });
  const rows = page.getByRole('region', { name: 'Tổng hợp tháng 04/2018' }).getByRole('row');
  await expect
    .poll(() => rows.allTextContents(), soon)
    .toEqual(['NgườiBàiChữẢnh', 'author (tài khoản)120', 'Trần Ngọc Lan21.2030', 'Cộng31.2050']);
  const own = page.getByRole('region', { name: 'Trần Ngọc Lan' });
  expect(await own.getByRole('row').nth(1).textContent()).toBe(
    'Chợ phiên đông vui03/04/2018 · Tin tức1.2000',
  );
  const link = own.getByRole('link', { name: 'Chợ phiên đông vui' });
  expect(await link.getAttribute('href')).toBe(`/quan-tri/bai-viet/${id}`);
  await page.getByText('Cách tính').click();
  await page.getByText('Mỗi bài tính một lần').waitFor();
  expect(await consoleViolations(page)).toEqual([]);

  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Tải bảng CSV' }).click();
  const file = await downloading;
  expect(file.suggestedFilename()).toBe('nhuan-but-2018-04.csv');
  expect(await readFile(await file.path(), 'utf8')).toContain(
    ',2018-04-03,Chợ phiên đông vui,Tin tức,1200,0,',
  );

  await page.getByRole('link', { name: 'Tháng 03/2018' }).click();
  await page.getByText('Tháng 03/2018 không có bài nào để tính.').waitFor();
  await page.goBack();
  await expect.poll(() => rows.count(), soon).toBe(4);
  await page.getByLabel('Tháng', { exact: true }).selectOption({ index: 1 });
  await expect.poll(() => page.url(), soon).toMatch(/\?thang=20(?!18)\d\d-\d\d$/);
  expect(messages).toEqual([]);
  await close();
});
