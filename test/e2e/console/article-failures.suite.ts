import { ulid } from 'ulid';
import { afterAll, expect, test } from 'vitest';
import { actionBar, addressOf, confirmIn, editorOf, goWithin } from '../../support/article-page.ts';
import { articleInState } from '../../support/article-states.ts';
import { consoleOpener } from '../../support/console-opener.ts';
import { type EditorialArticle, staffApi } from '../../support/staff-api.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { useSharedPortal } from '../../support/use-portal.ts';

const portal = await useSharedPortal();
const browser = await useBrowser();
const open = consoleOpener(browser, portal);
const api = staffApi(portal);
const author = await open('author');
const { page } = author;
afterAll(author.close);

const submit = async () => {
  await actionBar(page).getByRole('button', { name: 'Gửi duyệt' }).click();
  await confirmIn(page, 'Gửi duyệt');
};
/** Opens a draft as its author, and types a sentence that the server does not have. */
const openDraft = async () => {
  const article = await articleInState(api, 'draft', { title: `Bài ${ulid()}` });
  await goWithin(page, addressOf(article));
  await page.getByRole('heading', { level: 1, name: article.title }).waitFor();
  await editorOf(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Câu chưa lưu.');
  return article;
};
const own = (code: string, extra: object = {}) => ({ code, title: 'Tiêu đề', requestId: '1', ...extra });

test('says in the dialog why a step was refused, keeps the text, and takes the step when it is tried again', async () => {
  const article = await openDraft();
  const path = `**/articles/${article.id}/submit`;
  await actionBar(page).getByRole('button', { name: 'Gửi duyệt' }).click();
  for (const [status, body, sentence] of [
    [403, own('forbidden', { detail: 'Bài viết này của người khác.' }), 'Bài viết này của người khác.'],
    [409, own('wrong_state', { detail: 'Bài đã duyệt.' }), 'Bài đã duyệt.'],
    [413, { message: 'Request Too Long' }, 'Nội dung quá lớn để gửi.'],
    [429, { message: 'Too Many Requests' }, 'Hệ thống đang bận.'],
    [500, own('internal'), 'Hệ thống gặp lỗi.'],
    [0, {}, 'Không kết nối được với máy chủ.'],
  ] as const) {
    await page.route(path, (route) =>
      status === 0
        ? route.abort()
        : route.fulfill({ status, body: JSON.stringify(body), contentType: 'application/problem+json' }),
    );
    await confirmIn(page, 'Gửi duyệt');
    await page.getByRole('dialog').getByRole('alert').getByText(sentence).waitFor();
    await page.unroute(path);
  }
  await confirmIn(page, 'Gửi duyệt');
  await page.getByText('bạn chỉ đọc được').waitFor();
  const { body: saved } = await api.as.editor<EditorialArticle>(`/articles/${article.id}`);
  expect(saved).toMatchObject({ status: 'in_review' });
  expect(saved.body).toContain('Câu chưa lưu.');
});

test('leads to the field that the server refuses', async () => {
  const article = await openDraft();
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
  await submit();
  await page.locator('[data-field=summary] :focus').waitFor();
  await page.locator('[data-field=summary]').getByText('Có ký tự điều khiển').waitFor();
});

test('shows both versions when somebody has saved meanwhile', async () => {
  const article = await openDraft();
  const { id, version, title, category } = article;
  await api.as.editor(`/articles/${id}`, {
    method: 'PUT',
    ifMatch: version,
    body: { title, category, body: '<p>Bản của biên tập viên.</p>' },
  });
  await submit();
  await page.getByRole('dialog', { name: 'Bài này có hai bản khác nhau' }).waitFor();
  expect(await page.locator('.editor-body').textContent()).toContain('Câu chưa lưu.');
});

test('says that the article was withdrawn meanwhile, and offers what is possible now', async () => {
  const { page: editorPage, close } = await open('editor');
  const article = await articleInState(api, 'live');
  const { id, version } = article;
  await goWithin(editorPage, addressOf(article));
  await editorOf(editorPage).waitFor();
  await api.as.editor(`/articles/${id}/withdraw`, { method: 'POST', ifMatch: version, body: {} });
  await actionBar(editorPage).getByRole('button', { name: 'Đăng bản sửa' }).click();
  await confirmIn(editorPage, 'Đăng bản sửa');
  await editorPage.getByText('Bài vừa được chuyển sang trạng thái khác').waitFor();
  await actionBar(editorPage).getByRole('button', { name: 'Đăng lại ngay' }).waitFor();
  await close();
});

test('offers to save as a new article what somebody else has deleted', async () => {
  const article = await openDraft();
  await api.as.editor(`/articles/${article.id}`, { method: 'DELETE', ifMatch: article.version });
  await submit();
  await page.locator('.notice').getByRole('button', { name: 'Lưu thành bài mới' }).click();
  await page.waitForURL((url) => /[0-9a-z]{26}$/.test(url.href) && !url.href.endsWith(article.id));
  const { body } = await api.as.editor<EditorialArticle>(`/articles/${page.url().slice(-26)}`);
  expect(body.body).toContain('Câu chưa lưu.');
});

test('says when an article does not exist or belongs to somebody else, with a way back', async () => {
  await goWithin(page, '/quan-tri/bai-viet/01kb0000000000000000000000');
  await page.getByText('Không có bài viết này.').waitFor();
  const foreign = await api.create();
  await goWithin(page, addressOf(foreign));
  await page.getByText('Bài viết này của người khác.').waitFor();
  await page.getByRole('link', { name: 'Về danh sách bài viết' }).click();
  await page.getByRole('heading', { level: 1, name: 'Bài viết' }).waitFor();
});

test('keeps the text and offers to reload when the editor belongs to an older deployment', async () => {
  const article = await articleInState(api, 'draft');
  const { context } = author;
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
});

test('loses nothing by the back button in the middle of writing', async () => {
  const article = await openDraft();
  await page.getByRole('link', { name: 'Lịch sử' }).click();
  await page.getByText('tạo bài').waitFor();
  await page.goBack();
  await page.getByRole('button', { name: 'Dùng bản tìm thấy' }).click();
  await page.locator('.editor-body').getByText('Câu chưa lưu.').waitFor();
  await actionBar(page).getByRole('button', { name: 'Lưu', exact: true }).click();
  await page.getByText(/^Đã lưu lúc/).waitFor();
  const { body } = await api.as.editor<EditorialArticle>(`/articles/${article.id}`);
  expect(body.body).toContain('Câu chưa lưu.');
});
