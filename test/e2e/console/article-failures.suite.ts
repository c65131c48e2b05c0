import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { articleInState } from '../../support/article-states.ts';
import { consoleOpener } from '../../support/console-opener.ts';
import { type EditorialArticle, staffApi } from '../../support/staff-api.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { useSharedPortal } from '../../support/use-portal.ts';

const portal = await useSharedPortal();
const browser = await useBrowser();
const open = consoleOpener(browser, portal);
const api = staffApi(portal);
const addressOf = ({ id }: { id: string }) => `/quan-tri/bai-viet/${id}`;
const bar = (page: Page) => page.getByRole('region', { name: 'Lưu và bàn giao' });
const submit = async (page: Page) => {
  await bar(page).getByRole('button', { name: 'Gửi duyệt' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Gửi duyệt', exact: true }).click();
};
/** Opens a draft as its author, with a sentence that the server does not have. */
const openDraft = async () => {
  const article = await articleInState(api, 'draft');
  const opened = await open('author', addressOf(article));
  await opened.page.locator('.editor-body').click();
  await opened.page.keyboard.press('Control+End');
  await opened.page.keyboard.type(' Câu chưa lưu.');
  return { article, ...opened };
};
const own = (code: string, extra: object = {}) => ({ code, title: 'Tiêu đề', requestId: '1', ...extra });

test.each<[string, number, object, string]>([
  [
    'forbidden',
    403,
    own('forbidden', { detail: 'Bài viết này của người khác.' }),
    'Bài viết này của người khác.',
  ],
  ['in another state', 409, own('wrong_state', { detail: 'Bài đã duyệt.' }), 'Bài đã duyệt.'],
  ['too large', 413, { message: 'Request Too Long' }, 'Nội dung quá lớn để gửi.'],
  ['throttled', 429, { message: 'Too Many Requests' }, 'Hệ thống đang bận.'],
  ['failing', 500, own('internal'), 'Hệ thống gặp lỗi.'],
])(
  'says in the dialog that a step is %s, keeps the text, and takes the step when it is tried again',
  async (_, status, body, sentence) => {
    const { article, page, close } = await openDraft();
    const path = `**/articles/${article.id}/submit`;
    await page.route(path, (route) =>
      route.fulfill({ status, body: JSON.stringify(body), contentType: 'application/problem+json' }),
    );
    await submit(page);
    await page.getByRole('dialog').getByRole('alert').getByText(sentence).waitFor();
    await page.unroute(path);
    await page.getByRole('dialog').getByRole('button', { name: 'Gửi duyệt', exact: true }).click();
    await page.getByText('bạn chỉ đọc được').waitFor();
    const { body: saved } = await api.as.editor<EditorialArticle>(`/articles/${article.id}`);
    expect(saved).toMatchObject({ status: 'in_review' });
    expect(saved.body).toContain('Câu chưa lưu.');
    await close();
  },
);

test('says that no answer came', async () => {
  const { article, page, close } = await openDraft();
  await page.route(`**/articles/${article.id}/submit`, (route) => route.abort());
  await submit(page);
  await page.getByRole('dialog').getByText('Không kết nối được với máy chủ.').waitFor();
  await close();
});

test('leads to the field that the server refuses', async () => {
  const { article, page, close } = await openDraft();
  const errors = [{ field: 'summary', reason: 'Có ký tự điều khiển' }];
  await page.route(`**/articles/${article.id}`, (route) =>
    route.request().method() === 'PUT'
      ? route.fulfill({
          status: 422,
          body: JSON.stringify(own('invalid_fields', { errors, detail: 'Hãy sửa.' })),
          contentType: 'application/problem+json',
        })
      : route.continue(),
  );
  await submit(page);
  await page.waitForFunction("document.activeElement.closest('[data-field=summary]') !== null");
  await page.locator('[data-field=summary]').getByText('Có ký tự điều khiển').waitFor();
  await close();
});

test('shows both versions when somebody has saved meanwhile', async () => {
  const { article, page, close } = await openDraft();
  const { id, version, title, category } = article;
  await api.as.editor(`/articles/${id}`, {
    method: 'PUT',
    ifMatch: version,
    body: { title, category, body: '<p>Bản của biên tập viên.</p>' },
  });
  await submit(page);
  await page.getByRole('dialog', { name: 'Bài này có hai bản khác nhau' }).waitFor();
  expect(await page.locator('.editor-body').textContent()).toContain('Câu chưa lưu.');
  await close();
});

test('offers to save as a new article what somebody else has deleted', async () => {
  const { article, page, close } = await openDraft();
  await api.as.editor(`/articles/${article.id}`, { method: 'DELETE', ifMatch: article.version });
  await submit(page);
  await page.locator('.notice').getByRole('button', { name: 'Lưu thành bài mới' }).click();
  await page.waitForURL((url) => /[0-9a-z]{26}$/.test(url.href) && !url.href.endsWith(article.id));
  const { body } = await api.as.editor<EditorialArticle>(`/articles/${page.url().slice(-26)}`);
  expect(body.body).toContain('Câu chưa lưu.');
  await close();
});

test('says when an article does not exist or belongs to somebody else, with a way back', async () => {
  const { page, close } = await open('author', '/quan-tri/bai-viet/01kb0000000000000000000000');
  await page.getByText('Không có bài viết này.').waitFor();
  const foreign = await api.create();
  await page.goto(portal.url + addressOf(foreign));
  await page.getByText('Bài viết này của người khác.').waitFor();
  await page.getByRole('link', { name: 'Về danh sách bài viết' }).click();
  await page.getByRole('heading', { level: 1, name: 'Bài viết' }).waitFor();
  await close();
});

test('keeps the text and offers to reload when the editor belongs to an older deployment', async () => {
  const article = await articleInState(api, 'draft');
  const { page, context, close } = await open('author', '/quan-tri/');
  // The chunk of the editor is the one that holds ProseMirror's classes.
  await context.route('**/quan-tri/tep/*.js', async (route) => {
    const reply = await route.fetch();
    const text = await reply.text();
    if (text.includes('ProseMirror-selectednode')) await route.fulfill({ status: 404 });
    else await route.fulfill({ response: reply });
  });
  await page.goto(portal.url + addressOf(article));
  await page.getByText('Không tải được trình soạn thảo').waitFor();
  await page.getByLabel('Tóm tắt').fill('Viết khi chưa có trình soạn thảo');
  await context.unroute('**/quan-tri/tep/*.js');
  await page.getByRole('button', { name: 'Tải lại trang' }).click();
  await page
    .getByRole('dialog', { name: 'Tìm thấy bản nháp chưa lưu' })
    .getByRole('button', { name: 'Dùng bản tìm thấy' })
    .click();
  expect(await page.getByLabel('Tóm tắt').inputValue()).toBe('Viết khi chưa có trình soạn thảo');
  expect(await page.locator('.editor-body').textContent()).toContain('bờ kè sông Lam Vân');
  await close();
});

test('loses nothing by the back button in the middle of writing', async () => {
  const { article, page, close } = await openDraft();
  await page.getByRole('link', { name: 'Lịch sử' }).click();
  await page.getByText('tạo bài').waitFor();
  await page.goBack();
  await page.getByRole('button', { name: 'Dùng bản tìm thấy' }).click();
  await page.locator('.editor-body').getByText('Câu chưa lưu.').waitFor();
  await bar(page).getByRole('button', { name: 'Lưu', exact: true }).click();
  await page.getByText(/^Đã lưu lúc/).waitFor();
  const { body } = await api.as.editor<EditorialArticle>(`/articles/${article.id}`);
  expect(body.body).toContain('Câu chưa lưu.');
  await close();
});
