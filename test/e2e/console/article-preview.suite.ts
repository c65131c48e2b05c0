import { expect, test } from 'vitest';
import { addressOf } from '../../support/article-page.ts';
import { articleInState } from '../../support/article-states.ts';
import { consoleOpener } from '../../support/console-opener.ts';
import { staffApi } from '../../support/staff-api.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { useSharedPortal } from '../../support/use-portal.ts';

const portal = await useSharedPortal();
const browser = await useBrowser();
const open = consoleOpener(browser, portal);
const api = staffApi(portal);

/** What the page of an article looks like, and its markup without what the console leaves out. */
const look = `(() => {
  const article = document.querySelector('article.article').cloneNode(true);
  for (const part of article.querySelectorAll('.when, .tools, script, dialog')) part.remove();
  const of = (selector) => getComputedStyle(document.querySelector(selector));
  return {
    markup: article.innerHTML.replace(/\\s+/g, ' '),
    title: [of('h1').fontSize, of('h1').fontFamily],
    text: [of('.body p').fontSize, of('.body p').lineHeight, of('.body p').color],
    cell: [of('.body th').backgroundColor, of('.body th').padding],
    width: document.querySelector('article.article').getBoundingClientRect().width,
  };
})()`;

test.each([
  ['Điện thoại', 360],
  ['Máy tính', 1280],
])('the preview for %s is the article of the page', async (name, width) => {
  const article = await articleInState(api, 'live', {
    body: '<h2>Giờ mở cửa</h2><p>Từ <strong>5 giờ</strong> &amp; cả tuần.</p><table><tbody><tr><th>Ngày</th></tr><tr><td>Hai</td></tr></tbody></table>',
    summary: 'Chợ mở sớm.',
    tags: ['Chợ'],
    author: 'Trần Ngọc Lan',
    source: 'Ban quản lý chợ',
  });
  const { page, messages, close } = await open('editor', addressOf(article));
  await page.locator('.editor-body').waitFor();
  await page.getByRole('button', { name: 'Xem trước', exact: true }).click();
  await page.getByRole('button', { name }).click();
  const frame = page.frame({ url: 'about:blank' });
  if (!frame) throw new Error('No preview');
  await frame.locator('.body th').waitFor();
  const font = "getComputedStyle(document.querySelector('h1')).fontFamily";
  await expect.poll(() => frame.evaluate<string>(font)).toContain('Segoe');
  const reader = await browser.newPage({ viewport: { width, height: 800 } });
  await reader.goto(portal.url + article.url);
  const shown = await frame.evaluate<object>(look);
  const expected = await reader.evaluate<{ width: number }>(look);
  expect(shown).toMatchObject({ ...expected, width: expect.closeTo(expected.width, -1.5) });

  await page.getByLabel('Tiêu đề').fill('Chợ mở cửa từ 4 giờ');
  await frame.getByRole('heading', { name: 'Chợ mở cửa từ 4 giờ' }).waitFor();
  await page.locator('.editor-body p').first().click();
  await page.keyboard.type('Tin mới: ');
  await frame.getByText('Tin mới:').waitFor();
  expect(messages).toEqual([]);
  await reader.close();
  await close();
});

test('makes a link for a colleague, which shows what is typed', async () => {
  const article = await articleInState(api, 'draft');
  const { page, close } = await open('author', addressOf(article));
  await page.locator('.editor-body').waitFor();
  await page.getByLabel('Tóm tắt').fill('Tóm tắt vừa viết');
  await page.getByRole('button', { name: 'Gửi liên kết xem trước' }).click();
  await page.getByLabel('Dùng được trong').selectOption('1 ngày');
  await page.getByRole('button', { name: 'Tạo liên kết' }).click();
  const link = await page.getByRole('dialog').getByLabel('Liên kết', { exact: true }).inputValue();
  expect(await (await fetch(link)).text()).toContain('Tóm tắt vừa viết');
  await close();
});
