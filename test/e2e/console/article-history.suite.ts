import { expect, test } from 'vitest';
import { articleInState } from '../../support/article-states.ts';
import { consoleOpener } from '../../support/console-opener.ts';
import { content, type EditorialArticle, staffApi } from '../../support/staff-api.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { useSharedPortal } from '../../support/use-portal.ts';

const portal = await useSharedPortal();
const browser = await useBrowser();
const open = consoleOpener(browser, portal);
const api = staffApi(portal);

const save = async ({ id, version }: EditorialArticle, fields: object) => {
  const reply = await api.as.editor<EditorialArticle>(`/articles/${id}`, {
    method: 'PUT',
    ifMatch: version,
    body: content({ ...fields }),
  });
  return reply.body;
};

test('lists who did what, compares, and restores after asking', async () => {
  let article = await articleInState(api, 'returned', { title: 'Bản đầu' });
  for (let count = 0; count < 20; count += 1) article = await save(article, { title: `Bản ${count}` });
  const { page, messages, close } = await open('editor', `/quan-tri/bai-viet/${article.id}/lich-su`);
  await page.getByText('Bản hiện nay').waitFor();
  expect(await page.locator('.revision').count()).toBe(20);
  await page.getByText('Xem đã đổi gì').first().click();
  await page.getByText('Đã đổi tiêu đề').waitFor();
  expect(await page.locator('.changes ins').first().textContent()).toBe('19');

  await page.getByRole('button', { name: 'Xem thêm' }).click();
  await page.getByText('“Thiếu nguồn của số liệu”').waitFor();
  const first = page.locator('.revision').last();
  expect(await first.textContent()).toContain('author (người viết) tạo bài');

  await first.getByRole('button', { name: 'Khôi phục bản này' }).click();
  await save(article, { title: 'Người khác vừa lưu' });
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Khôi phục' }).click();
  await dialog.getByText('Bài vừa được sửa ở nơi khác').waitFor();
  await dialog.getByRole('button', { name: 'Xem lịch sử mới' }).click();
  await page.getByText('Người khác vừa lưu').first().waitFor();
  await page.getByRole('button', { name: 'Khôi phục bản này' }).first().click();
  await dialog.getByRole('button', { name: 'Khôi phục' }).click();
  await page.getByLabel('Tiêu đề').waitFor();
  expect(await page.getByLabel('Tiêu đề').inputValue()).toBe('Bản 19');
  expect(messages.filter((message) => !message.includes('412'))).toEqual([]);
  await close();
});
