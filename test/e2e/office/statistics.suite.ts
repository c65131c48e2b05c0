import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { localDay, monthOf } from '../../../shared/time/local-day.ts';
import { consoleViolations } from '../../support/console-axe.ts';
import { consoleOpener } from '../../support/console-opener.ts';
import { reader } from '../../support/reader.ts';
import { searchClient } from '../../support/search-client.ts';
import { staffApi } from '../../support/staff-api.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { useSharedPortal } from '../../support/use-portal.ts';

const portal = await useSharedPortal();
const { as, published } = staffApi(portal);
const { visit } = reader(portal);
const search = searchClient(portal.url);
const open = consoleOpener(await useBrowser(), portal);
const today = localDay(new Date());
const month = monthOf(today);

type List<Item> = { items: Item[] };

/** An article that was read twice. */
const readArticle = async (title: string) => {
  const { id } = await published({ title });
  await visit({ articles: [id] });
  await visit({ articles: [id] });
  return id;
};

test('shows visits, what was read, and what was searched in vain', async () => {
  const id = await readArticle('Bài mà hai lượt đã đọc');
  for (const q of ['Quỳnh Zzyx', '  quynh ZZYX ', 'quynh zzyx 0912 345 678']) await search.page({ q });

  const { page, messages, close } = await open('author', '/quan-tri/so-lieu', { bypassCSP: true });
  await page.getByRole('table', { name: 'Lượt truy cập 30 ngày qua' }).waitFor();
  const article = page.getByRole('row', { name: 'Bài mà hai lượt đã đọc' });
  await article.waitFor();
  expect(await article.textContent()).toMatch(/2$/);
  expect(await article.getByRole('link').first().getAttribute('href')).toBe(`/quan-tri/bai-viet/${id}`);
  const miss = page.getByRole('row', { name: 'quynh zzyx' });
  expect(await miss.textContent()).toMatch(/^quynh zzyx2/);
  expect(await miss.getByRole('link').getAttribute('href')).toBe('/tim-kiem?q=quynh%20zzyx');
  expect(await page.getByText('0912').count()).toBe(0);
  expect(await consoleViolations(page)).toEqual([]);

  await page.getByRole('link', { name: 'Theo tháng' }).click();
  const months = page.getByRole('table', { name: 'Lượt truy cập 12 tháng qua' });
  await months.waitFor();
  // Authors do not make reports.
  expect(await months.getByRole('link').count()).toBe(0);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Tải bảng CSV' }).first().click();
  const csv = await readFile(await (await downloading).path(), 'utf8');
  expect(csv).toMatch(new RegExp(`^\uFEFFTháng,Lượt truy cập\r\n${month},\\d+\r\n$`));

  await page.getByLabel('Chuyên mục').selectOption({ index: 1 });
  await page.getByLabel('Khoảng thời gian').selectOption('Hôm qua');
  await page.getByText('Chưa có lượt đọc nào được ghi nhận trong thời gian này.').waitFor();
  expect(messages).toEqual([]);
  await close();
});

test('makes the report of a month, on one to three sheets without the frame of the console', async () => {
  await readArticle('Bài trong báo cáo');
  const { page, messages, close } = await open('editor', '/quan-tri/so-lieu?theo=thang', {
    bypassCSP: true,
  });
  await page.getByRole('table', { name: 'Lượt truy cập 12 tháng qua' }).getByRole('link').first().click();
  await page.getByRole('heading', { level: 1, name: /^Báo cáo số liệu tháng/ }).waitFor();
  await page.getByRole('table', { name: /bài được đọc nhiều nhất/ }).waitFor();
  await page.getByRole('table', { name: /bài, theo chuyên mục/ }).waitFor();
  expect(page.url()).toMatch(new RegExp(`/quan-tri/so-lieu/${month}$`));
  expect(await consoleViolations(page)).toEqual([]);

  await page.emulateMedia({ media: 'print', colorScheme: null, forcedColors: null });
  expect(await page.locator('.page-header').isVisible()).toBe(false);
  expect(await page.getByRole('button', { name: 'In báo cáo' }).isVisible()).toBe(false);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const sheets = pdf.match(/\/Type \/Page\b/g)?.length;
  expect(sheets).toBeGreaterThanOrEqual(1);
  expect(sheets).toBeLessThanOrEqual(3);
  expect(messages).toEqual([]);
  await close();
});

test('opens no report of a month that has not come', async () => {
  const { page, close } = await open('editor', '/quan-tri/so-lieu/2999-01');
  await page.getByRole('heading', { level: 1, name: 'Không có báo cáo này' }).waitFor();
  await close();
});

test.each(['most-read', 'search-misses', 'published-counts'])(
  '/%s is for all staff, as JSON and CSV, and refuses days that it cannot have',
  async (route) => {
    expect((await as.nobody(`/${route}`)).status).toBe(401);
    const { status, body } = await as.author<List<unknown>>(`/${route}`);
    expect([status, Array.isArray(body.items)]).toEqual([200, true]);
    for (const query of ['from=2026-02-31', 'from=2026-11-02&to=2026-11-01', 'from=2020-01-01', 'x=1']) {
      expect((await as.editor(`/${route}?${query}`)).status).toBe(422);
    }
    const csv = await fetch(`${portal.url}/api/admin/${route}?format=csv`, {
      headers: { authorization: `Bearer ${await portal.token('author')}` },
    });
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  },
);
