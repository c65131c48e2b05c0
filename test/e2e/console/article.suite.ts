import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { stateNames } from '../../../functions/console/browser/ui/state-names.ts';
import { type ArticleState, articleState } from '../../../shared/articles/state.ts';
import {
  actionBar,
  addressOf,
  chooseAction,
  confirmIn,
  editorOf,
  goWithin,
} from '../../support/article-page.ts';
import { articleInState } from '../../support/article-states.ts';
import { consoleViolations } from '../../support/console-axe.ts';
import { consoleOpener } from '../../support/console-opener.ts';
import { complete, photograph, upload } from '../../support/picture-fixture.ts';
import { type EditorialArticle, staffApi } from '../../support/staff-api.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { useSharedPortal } from '../../support/use-portal.ts';

const portal = await useSharedPortal();
const browser = await useBrowser();
const open = consoleOpener(browser, portal);
const api = staffApi(portal);
const read = async (id: string) => (await api.as.editor<EditorialArticle>(`/articles/${id}`)).body;
/** The actions that are offered, those in the menu included. */
const offered = (page: Page) =>
  page
    .locator('.action-buttons .button:not(summary)')
    .evaluateAll((buttons) => buttons.map(({ textContent }) => textContent));

const expected: Record<ArticleState, string[]> = {
  draft: ['Gửi duyệt', 'Hẹn giờ đăng', 'Xóa bản nháp', 'Đăng ngay'],
  in_review: ['Đăng ngay', 'Hẹn giờ đăng', 'Trả lại', 'Duyệt'],
  returned: ['Gửi duyệt lại', 'Hẹn giờ đăng', 'Xóa bản nháp', 'Đăng ngay'],
  approved: ['Hẹn giờ đăng', 'Trả lại', 'Đăng ngay'],
  scheduled: ['Sửa giờ đăng', 'Hủy hẹn giờ', 'Đăng ngay'],
  live: ['Đặt giờ gỡ', 'Gỡ bài', 'Đăng bản sửa'],
  withdrawn: ['Hẹn giờ đăng lại', 'Đăng lại ngay'],
};

test('offers in each state what an editor can do, and an author the same or nothing', async () => {
  const editor = await open('editor');
  const author = await open('author');
  for (const state of articleState.options) {
    const article = await articleInState(api, state);
    await goWithin(editor.page, addressOf(article));
    await editor.page.locator('.state-line .state', { hasText: stateNames[state] }).waitFor();
    expect([state, await offered(editor.page)]).toEqual([state, ['Xem trước', 'Lưu', ...expected[state]]]);

    await goWithin(author.page, addressOf(article));
    const mayWrite = state === 'draft' || state === 'returned';
    await author.page.locator('.state-line .state', { hasText: stateNames[state] }).waitFor();
    const submit = state === 'draft' ? 'Gửi duyệt' : 'Gửi duyệt lại';
    const own = mayWrite ? ['Xem trước', 'Lưu', 'Xóa bản nháp', submit] : [];
    expect([state, await offered(author.page)]).toEqual([state, own]);
  }
  expect([...editor.messages, ...author.messages]).toEqual([]);
  await Promise.all([editor.close(), author.close()]);
});

test('writes a new article, gives it its address without opening it again, submits and returns it with a reason', async () => {
  const { page, messages, close } = await open('author', '/quan-tri/bai-viet/moi');
  await page.getByLabel('Tiêu đề').fill('Phường Hạc Vân mở lớp tin học');
  await editorOf(page).click();
  await page.keyboard.type('Lớp mở tối thứ Ba.');
  await page.getByLabel('Từ khóa', { exact: true }).fill('tin học, chuyển đổi số');
  await page.keyboard.press('Enter');
  await page.evaluate("document.querySelector('.editor-body').isSame = true");
  await actionBar(page).getByRole('button', { name: 'Lưu', exact: true }).click();
  await page.waitForURL(/bai-viet\/[0-9a-z]{26}$/);
  expect(await page.evaluate("document.querySelector('.editor-body').isSame")).toBe(true);
  const id = page.url().slice(-26);
  expect(await read(id)).toMatchObject({
    title: 'Phường Hạc Vân mở lớp tin học',
    body: '<p>Lớp mở tối thứ Ba.</p>',
    tags: ['tin học', 'chuyển đổi số'],
  });

  await editorOf(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Miễn phí.');
  await chooseAction(page, 'Gửi duyệt');
  await page.getByLabel('Lời nhắn cho người duyệt').fill('Nhờ chị xem giúp');
  await confirmIn(page, 'Gửi duyệt');
  await page.getByText('bạn chỉ đọc được').waitFor();
  const submitted = await read(id);
  expect(submitted).toMatchObject({ status: 'in_review', note: { text: 'Nhờ chị xem giúp' } });
  expect(submitted.body).toContain('Miễn phí');

  const editor = await open('editor', addressOf({ id }));
  await editor.page.getByText('Nhờ chị xem giúp').waitFor();
  await chooseAction(editor.page, 'Trả lại');
  await confirmIn(editor.page, 'Trả lại');
  await editor.page.getByText('Hãy viết lý do.').waitFor();
  await editor.page.getByLabel('Lý do trả lại').fill('Ghi rõ địa điểm');
  await confirmIn(editor.page, 'Trả lại');
  await editor.page.getByText('Biên tập viên đã trả lại để sửa.').waitFor();
  await page.reload();
  await page.getByRole('complementary', { name: 'Lý do trả lại' }).getByText('Ghi rõ địa điểm').waitFor();
  expect([...messages, ...editor.messages]).toEqual([]);
  await Promise.all([close(), editor.close()]);
});

test('says what is missing before a publication, leads to it, schedules in words, and corrects quietly', async () => {
  const image = await upload(api, await photograph(400, 300).jpeg().toBuffer());
  await complete(api, image);
  const body = `<p>Xem <a href="https://chinhphu.vn/">tại đây</a>.</p><figure><img src="/images/${image}" /></figure>`;
  const article = await articleInState(api, 'draft', { body });
  const { page, messages, close } = await open('editor', addressOf(article));
  await editorOf(page).waitFor();

  await chooseAction(page, 'Hẹn giờ đăng');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Ảnh thứ 1 trong bài chưa có mô tả.').waitFor();
  await confirmIn(page, 'Hẹn giờ đăng');
  await dialog.getByText('Chưa đăng được').waitFor();
  await dialog.getByRole('button', { name: /“tại đây” không nói/ }).click();
  await page.locator('.editor-body:focus').waitFor();

  await chooseAction(page, 'Hẹn giờ đăng');
  await dialog.getByText('Ảnh thứ 1 trong bài chưa có mô tả.').click();
  await page.getByRole('dialog', { name: 'Mô tả ảnh' }).waitFor();
  await api.as.editor(`/images/${image}`, { method: 'PATCH', body: { alt: 'Chợ lúc sáng sớm' } });
  await page.reload();
  await editorOf(page).waitFor();

  await chooseAction(page, 'Hẹn giờ đăng');
  await confirmIn(page, 'Hẹn giờ đăng');
  await dialog.getByText('Hãy chọn ngày và giờ đăng.').waitFor();
  await dialog.getByRole('button', { name: 'sáng mai 08:00' }).click();
  await dialog.getByText(/^Đăng lúc 08:00 /).waitFor();
  await confirmIn(page, 'Hẹn giờ đăng');
  await page.getByText(/^Sẽ đăng lúc 08:00 /).waitFor();
  const scheduled = await read(article.id);
  expect(scheduled.publishedAt).toMatch(/T01:00:00.000Z$/);

  await chooseAction(page, 'Đăng ngay');
  await confirmIn(page, 'Đăng ngay');
  await page.getByText(/^Đăng từ /).waitFor();
  const live = await read(article.id);
  await page.getByLabel('Tóm tắt').fill('Chợ mở từ 5 giờ.');
  await chooseAction(page, 'Đăng bản sửa');
  await dialog.getByLabel('Không ghi ngày cập nhật').check();
  await dialog.getByText('Không ghi ngày cập nhật.').waitFor();
  await confirmIn(page, 'Đăng bản sửa');
  await page.getByText('Đã đăng bản sửa.').waitFor();
  expect(await read(article.id)).toMatchObject({
    summary: 'Chợ mở từ 5 giờ.',
    publishedAt: live.publishedAt,
    liveUpdatedAt: live.liveUpdatedAt,
  });

  await chooseAction(page, 'Gỡ bài');
  await confirmIn(page, 'Gỡ bài');
  await page.getByText('Người đọc không còn thấy bài này.').waitFor();
  expect(messages).toEqual([]);
  await close();
});

test('deletes a draft and leads back to the list', async () => {
  const article = await articleInState(api, 'draft');
  const { page, close } = await open('author', addressOf(article));
  await editorOf(page).waitFor();
  await chooseAction(page, 'Xóa bản nháp');
  await confirmIn(page, 'Xóa bản nháp');
  await page.getByRole('heading', { level: 1, name: 'Bài viết' }).waitFor();
  expect((await api.as.editor(`/articles/${article.id}`)).status).toBe(404);
  await close();
});

test('is handed on by keys alone, and the focus is never lost', async () => {
  const article = await articleInState(api, 'draft');
  const { page, close } = await open('author', addressOf(article));
  await editorOf(page).waitFor();
  const press = async (key: string, until: string) => {
    for (let count = 0; count < 60; count += 1) {
      await page.keyboard.press(key);
      if (await page.evaluate<boolean>(`document.activeElement.matches(${JSON.stringify(until)})`)) return;
    }
    throw new Error(`${key} does not lead to ${until}`);
  };
  await page.getByLabel('Tiêu đề').focus();
  await press('Shift+Tab', 'body, .skip');
  await press('Shift+Tab', '.action-bar .primary');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.action-bar .primary:focus').waitFor();
  await press('Shift+Tab', '.more-actions summary');
  await page.keyboard.press('Enter');
  await press('Tab', '.more-actions .danger');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.more-actions summary:focus').waitFor();
  await close();
});

test('has no barrier that axe finds', async () => {
  const images = await upload(api, await photograph(400, 300).jpeg().toBuffer());
  await complete(api, images, { alt: 'Cổng chợ' });
  const article = await articleInState(api, 'returned', {
    cover: images,
    tags: ['Y tế'],
    title: 'THÔNG BÁO CHO MỌI NGƯỜI',
  });
  const { page, close } = await open('editor', addressOf(article), { bypassCSP: true });
  await editorOf(page).waitFor();
  await actionBar(page).getByRole('button', { name: 'Xem trước' }).click();
  expect(await consoleViolations(page)).toEqual([]);
  await chooseAction(page, 'Hẹn giờ đăng');
  await page.getByLabel('Tự gỡ bài vào một lúc').check();
  await confirmIn(page, 'Hẹn giờ đăng');
  expect(await consoleViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Gửi liên kết xem trước' }).click();
  await page.getByRole('dialog', { name: 'Liên kết xem trước' }).waitFor();
  expect(await consoleViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await goWithin(page, `${addressOf(article)}/lich-su`);
  await page.getByText('Xem đã đổi gì').first().click();
  await page.getByText('Nội dung không đổi.').waitFor();
  expect(await consoleViolations(page)).toEqual([]);
  await close();
});

test('has no barrier that axe finds where an article can only be read', async () => {
  const article = await articleInState(api, 'live');
  const { page, close } = await open('author', addressOf(article), { bypassCSP: true });
  await page.locator('.state-line .state', { hasText: stateNames.live }).waitFor();
  expect(await consoleViolations(page)).toEqual([]);
  await close();
});
