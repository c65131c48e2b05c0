import { expect, test } from 'vitest';
import { consoleViolations } from '../../support/console-axe.ts';
import { consoleOpener } from '../../support/console-opener.ts';
import { staffApi } from '../../support/staff-api.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { useSharedPortal } from '../../support/use-portal.ts';

const portal = await useSharedPortal();
const open = consoleOpener(await useBrowser(), portal);
const { as, published } = staffApi(portal);
const tagsOf = async (id: string) => (await as.editor<{ tags: string[] }>(`/articles/${id}`)).body.tags;

test('finds a tag, shows its articles, renames it, and merges it after saying so', async () => {
  const first = await published({ title: 'Trồng cây đầu xuân', tags: ['Tết trồng cây'] });
  const second = await published({ title: 'Cây xanh đường phố', tags: ['Cây xanh đô thị'] });
  const { page, messages, close } = await open('editor', '/quan-tri/the', { bypassCSP: true });
  await page.getByLabel('Tìm từ khóa').fill('trong cay');
  await page.getByText('1 từ khóa.').waitFor();
  await page.getByRole('button', { name: 'Xem bài có từ khóa Tết trồng cây' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('link', { name: 'Trồng cây đầu xuân', exact: true }).waitFor();
  expect(await consoleViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Đổi tên từ khóa Tết trồng cây' }).click();
  await dialog.getByLabel('Tên mới').fill('###');
  await dialog.getByRole('button', { name: 'Đổi tên' }).click();
  await dialog.getByText('Từ khóa phải có chữ hoặc số.').waitFor();
  await dialog.getByLabel('Tên mới').fill('Trồng cây nhớ Bác');
  await dialog.getByRole('button', { name: 'Đổi tên' }).click();
  await dialog.getByText('Xong: 1 bài nay có từ khóa “Trồng cây nhớ Bác”.').waitFor();
  await dialog.locator('.dialog-actions').getByRole('button', { name: 'Đóng' }).click();
  expect(await tagsOf(first.id)).toEqual(['Trồng cây nhớ Bác']);

  await page.getByRole('button', { name: 'Đổi tên từ khóa Trồng cây nhớ Bác' }).click();
  await dialog.getByLabel('Tên mới').fill('cay xanh DO THI');
  await dialog.getByText('Đã có từ khóa “Cây xanh đô thị” (1 bài)').waitFor();
  expect(await consoleViolations(page)).toEqual([]);
  // The connection breaks after the first batch: after a reload the work goes on.
  await page.route('**/tags/*/rename', (route) => route.abort());
  await dialog.getByRole('button', { name: 'Gộp vào “Cây xanh đô thị”' }).click();
  await dialog.getByRole('alert').waitFor();
  await page.unrouteAll();
  await page.reload();
  await dialog.getByRole('button', { name: 'Làm tiếp' }).click();
  await dialog.getByText('Xong: 1 bài').waitFor();
  expect([await tagsOf(first.id), await tagsOf(second.id)]).toEqual([
    ['Cây xanh đô thị'],
    ['Cây xanh đô thị'],
  ]);
  expect(messages.filter((message) => !message.includes('ERR_FAILED'))).toEqual([]);
  await close();
});

test('says that a name was taken meanwhile, and merges only when that is meant', async () => {
  const { id } = await published({ tags: ['Tên đang đổi'] });
  const { page, close } = await open('editor', '/quan-tri/the?doi=ten-dang-doi');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Tên mới').fill('Tên vừa có');
  await published({ tags: ['Tên vừa có'] });
  await dialog.getByRole('button', { name: 'Đổi tên' }).click();
  await dialog.getByText('Đã có từ khóa “Tên vừa có”').waitFor();
  expect(await tagsOf(id)).toEqual(['Tên đang đổi']);
  await close();
});

test('lists 5,000 tags at once, and searches them as they are typed', async () => {
  const { page, close } = await open('editor', '/quan-tri/quan-ly');
  const items = Array.from({ length: 5_000 }, (_, n) => ({
    slug: `tu-khoa-${n}`,
    name: `Từ khóa ${n}`,
    articles: 5_000 - n,
  }));
  await page.route('**/api/admin/tag-counts', (route) =>
    route.fulfill({ json: { items, isComplete: true } }),
  );
  await page.getByRole('link', { name: 'Từ khóa', exact: true }).click();
  await page.getByText('5000 từ khóa.').waitFor();
  expect(await page.getByRole('row').count()).toBe(51);
  await page.getByRole('button', { name: 'Hiện thêm 50' }).click();
  expect(await page.getByRole('row').count()).toBe(101);
  await page.getByLabel('Tìm từ khóa').fill('khoa 4999');
  await page.getByText('1 từ khóa.').waitFor();
  await close();
});
