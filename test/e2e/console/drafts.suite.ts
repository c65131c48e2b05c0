import { join } from 'node:path';
import type { BrowserContext, Page, Route } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { bundle } from '../../support/browser-bundle.ts';
import { type Account, type EditorialArticle, staffApi } from '../../support/staff-api.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { useSharedPortal } from '../../support/use-portal.ts';

const portal = await useSharedPortal();
const browser = await useBrowser();
const { as, create, published } = staffApi(portal);
const script = await bundle(join(import.meta.dirname, 'drafts-page.tsx'), 'esm');

/** A browser in which somebody is signed in, with a clock that tests advance. */
const openBrowser = async (user: Account) => {
  const context = await browser.newContext();
  await context.clock.install();
  await context.addInitScript(
    `globalThis.opened = ${JSON.stringify({ token: await portal.token(user), user })}; opened.id = location.hash.slice(1);`,
  );
  await context.route(`${portal.url}/quan-tri/drafts-page*`, (route) =>
    route.request().url().endsWith('.js')
      ? route.fulfill({ contentType: 'text/javascript; charset=utf-8', body: script })
      : route.fulfill({
          contentType: 'text/html; charset=utf-8',
          body: '<!doctype html><html lang="vi"><title>Soạn bài</title><main></main><script type="module" src="/quan-tri/drafts-page.js"></script>',
        }),
  );
  return context;
};
const openPage = async (context: BrowserContext, id = '') => {
  const page = await context.newPage();
  await page.goto(`${portal.url}/quan-tri/drafts-page#${id}`);
  await page.getByRole('button', { name: 'Lưu', exact: true }).waitFor({ state: 'attached' });
  return page;
};
const openDraft = async (user: Account, id?: string) => {
  const context = await openBrowser(user);
  return { context, page: await openPage(context, id) };
};
const body = (page: Page) => page.getByRole('textbox', { name: 'Nội dung' });
const status = (page: Page) => page.locator('.save-status p');
const says = (page: Page, text: string | RegExp) => status(page).filter({ hasText: text }).waitFor();
/** Lets time pass until the status says something. */
const saysLater = (page: Page, text: RegExp) =>
  expect
    .poll(
      async () => {
        await page.clock.runFor(4_000);
        return status(page).textContent();
      },
      { timeout: 20_000 },
    )
    .toMatch(text);
const press = (page: Page) => page.getByRole('button', { name: 'Lưu', exact: true }).click();
const articleOf = async (id: string) => (await as.admin<EditorialArticle>(`/articles/${id}`)).body;
const kept = /^Đã giữ trên máy này lúc \d\d:\d\d/;
const isSave = (route: Route) => route.request().method() === 'PUT';

test('a draft is on the device within two seconds, and on the server after a pause', async () => {
  const { context, page } = await openDraft('author');
  await page.getByRole('textbox', { name: 'Tiêu đề' }).fill('Soạn trong trình duyệt');
  await body(page).fill('<p>Một</p>');
  await page.clock.runFor(1_500);
  await says(page, kept);
  await saysLater(page, /^Đã lưu lúc \d\d:\d\d$/);
  const id = await page.locator('html').getAttribute('data-id');
  expect(await articleOf(String(id))).toMatchObject({ version: 1, createdBy: 'author', body: '<p>Một</p>' });
  await context.close();
});

test('a tab that is killed mid-sentence leaves its draft, which is shown beside the server’s', async () => {
  const { id } = await create({ body: '<p>Một</p>' }, 'author');
  const { context, page } = await openDraft('author', id);
  await body(page).fill('<p>Một</p><p>Hai, dở</p>');
  await page.clock.runFor(1_500);
  await says(page, kept);
  const crashed = page.waitForEvent('crash');
  page.goto('chrome://crash').catch(() => {});
  await crashed;
  const again = await openPage(context, id);
  const dialog = again.getByRole('dialog', { name: 'Tìm thấy bản nháp chưa lưu' });
  await dialog.waitFor();
  expect(await body(again).inputValue()).toBe('<p>Một</p>');
  expect(await dialog.locator('ins').allTextContents()).toEqual(['Hai, dở']);
  await dialog.getByRole('button', { name: 'Dùng bản tìm thấy' }).click();
  expect(await body(again).inputValue()).toBe('<p>Một</p><p>Hai, dở</p>');
  await press(again);
  await says(again, /^Đã lưu lúc/);
  expect(await articleOf(id)).toMatchObject({ version: 2, body: '<p>Một</p><p>Hai, dở</p>' });
  const third = await openPage(context, id);
  await third.getByRole('textbox', { name: 'Nội dung' }).waitFor();
  expect(await third.getByRole('dialog').count()).toBe(0);
  await context.close();
});

test('a minute without a network loses nothing', async () => {
  const { id } = await create({}, 'author');
  const { context, page } = await openDraft('author', id);
  await context.setOffline(true);
  await body(page).fill('<p>Viết khi mất mạng</p>');
  await saysLater(page, /^Mất mạng: đã giữ trên máy này lúc \d\d:\d\d, sẽ tự lưu khi có mạng\.$/);
  await context.setOffline(false);
  await saysLater(page, /^Đã lưu lúc/);
  expect((await articleOf(id)).body).toBe('<p>Viết khi mất mạng</p>');
  await context.close();
});

describe('an answer that is no success', () => {
  const answer = (statusCode: number, code: string, detail: string) => (route: Route) =>
    route.fulfill({
      status: statusCode,
      contentType: 'application/problem+json',
      body: JSON.stringify({ title: '', status: statusCode, code, detail, requestId: '' }),
    });
  test.each<[string, (route: Route) => unknown, RegExp, 'passes' | 'stays']>([
    [
      '401',
      answer(401, 'unauthorized', ''),
      /^Phiên làm việc đã hết: .* sẽ tự lưu sau khi đăng nhập lại/,
      'stays',
    ],
    [
      '403',
      answer(403, 'forbidden', 'Bài chờ duyệt.'),
      /^Chưa lưu được. Bài chờ duyệt. Bản của bạn đã giữ/,
      'stays',
    ],
    [
      '409',
      answer(409, 'wrong_state', 'Một ảnh vừa bị xóa.'),
      /^Chưa lưu được. Một ảnh vừa bị xóa./,
      'stays',
    ],
    ['413', answer(413, 'payload_too_large', 'Tối đa 1 MB.'), /^Chưa lưu được. Tối đa 1 MB./, 'stays'],
    ['422', answer(422, 'invalid_fields', 'Có ô chưa đúng.'), /^Chưa lưu được. Có ô chưa đúng./, 'stays'],
    [
      '429',
      (route) => route.fulfill({ status: 429, body: '' }),
      /^Máy chủ đang bận: .*sẽ tự lưu lại/,
      'passes',
    ],
    [
      '500',
      (route) => route.fulfill({ status: 500, body: '' }),
      /^Máy chủ gặp lỗi: .*sẽ tự lưu lại/,
      'passes',
    ],
    ['nothing', (route) => route.abort('connectionreset'), /^Mất mạng: .*sẽ tự lưu khi có mạng/, 'passes'],
    ['too slowly', () => {}, /^Mất mạng: .*sẽ tự lưu khi có mạng/, 'passes'],
  ])('%s keeps the draft and leads on', async (_, respond, sentence, outcome) => {
    const { id } = await create();
    const { context, page } = await openDraft('editor', id);
    const fault = (route: Route) => (isSave(route) ? respond(route) : route.continue());
    await page.route('**/api/admin/articles/*', fault);
    await body(page).fill('<p>Mới</p>');
    await page.clock.runFor(1_500);
    await press(page);
    await saysLater(page, sentence);
    expect(await body(page).inputValue()).toBe('<p>Mới</p>');
    await page.unroute('**/api/admin/articles/*', fault);
    if (await page.getByRole('button', { name: 'Đăng nhập lại' }).count()) {
      await page.getByRole('button', { name: 'Đăng nhập lại' }).click();
    } else if (outcome === 'stays') await press(page);
    await saysLater(page, /^Đã lưu lúc/);
    expect(await articleOf(id)).toMatchObject({ version: 2, body: '<p>Mới</p>' });
    await context.close();
  });

  test('but was one, whose reply was lost, makes one revision and no conflict', async () => {
    const { id } = await create();
    const { context, page } = await openDraft('editor', id);
    const lose = async (route: Route) => {
      if (!isSave(route)) return route.continue();
      await route.fetch();
      await route.abort('connectionreset');
    };
    await page.route('**/api/admin/articles/*', lose);
    await body(page).fill('<p>Một</p>');
    await press(page);
    await says(page, /^Mất mạng/);
    await page.unroute('**/api/admin/articles/*', lose);
    await body(page).fill('<p>Một, hai</p>');
    await saysLater(page, /^Đã lưu lúc/);
    expect(await articleOf(id)).toMatchObject({ version: 3, body: '<p>Một, hai</p>' });
    await context.close();
  });
});

describe('two on one article', () => {
  test('are two people: the second chooses by paragraph, and nothing is lost', async () => {
    const { id } = await create({ body: '<p>Một</p><p>Hai</p>' });
    const [first, second] = [await openDraft('editor', id), await openDraft('admin', id)];
    await body(first.page).fill('<p>Một của biên tập viên</p><p>Hai</p>');
    await press(first.page);
    await says(first.page, /^Đã lưu lúc/);
    await body(second.page).fill('<p>Một của quản trị viên</p><p>Hai</p><p>Ba</p>');
    await press(second.page);
    const dialog = second.page.getByRole('dialog', { name: 'Bài này có hai bản khác nhau' });
    await dialog.getByText('Còn 1 chỗ phải chọn.').waitFor();
    expect((await articleOf(id)).version).toBe(2);
    await dialog.getByRole('radio', { name: 'Giữ cả hai' }).check();
    await dialog.getByRole('button', { name: 'Lưu bản đã chọn' }).click();
    await says(second.page, /^Đã lưu lúc/);
    expect(await articleOf(id)).toMatchObject({
      version: 3,
      updatedBy: 'admin',
      body: '<p>Một của quản trị viên</p><p>Một của biên tập viên</p><p>Hai</p><p>Ba</p>',
    });
    await first.context.close();
    await second.context.close();
  });

  test('are two tabs: the other one learns of a save, and its own draft is kept apart', async () => {
    const { id } = await create({ body: '<p>Một</p>' }, 'author');
    const { context, page } = await openDraft('author', id);
    const other = await openPage(context, id);
    await body(other).fill('<p>Một ở thẻ hai</p>');
    await other.clock.runFor(1_500);
    await says(other, kept);
    await body(page).fill('<p>Một ở thẻ một</p>');
    await press(page);
    await says(page, /^Đã lưu lúc/);
    await says(other, /^Bài vừa được lưu ở nơi khác\. Hãy xem hai bản và chọn\. Bản của bạn đã giữ/);
    await other.getByRole('button', { name: 'Xem hai bản' }).click();
    await other.getByText('Bạn đã lưu bài này ở một thẻ hoặc máy khác').waitFor();
    await other.getByRole('radio', { name: /Lấy bản đã lưu/ }).check();
    await other.getByRole('button', { name: 'Lưu bản đã chọn' }).click();
    await says(other, /^Đã lưu lúc/);
    expect(await body(other).inputValue()).toBe('<p>Một ở thẻ một</p>');
    expect(await articleOf(id)).toMatchObject({ version: 2, body: '<p>Một ở thẻ một</p>' });
    await context.close();
  });
});

describe('meanwhile', () => {
  test('deleted by another: what was typed becomes a new article', async () => {
    const { id } = await create({ body: '<p>Một</p>' }, 'author');
    const { context, page } = await openDraft('author', id);
    await as.editor(`/articles/${id}`, { method: 'DELETE', ifMatch: 1 });
    await body(page).fill('<p>Một, hai</p>');
    await press(page);
    await says(page, /^Chưa lưu được. Không có bài viết này./);
    await page.getByRole('button', { name: 'Lưu thành bài mới' }).click();
    await says(page, /^Đã lưu lúc/);
    const newId = String(await page.locator('html').getAttribute('data-id'));
    expect(newId).not.toBe(id);
    expect((await articleOf(newId)).body).toBe('<p>Một, hai</p>');
    await context.close();
  });

  test('submitted from elsewhere: an author learns why nothing is saved', async () => {
    const { id } = await create({}, 'author');
    const { context, page } = await openDraft('author', id);
    await as.author(`/articles/${id}/submit`, { method: 'POST', ifMatch: 1 });
    await body(page).fill('<p>Thêm</p>');
    await saysLater(
      page,
      /^Chưa lưu được\. Bài chờ duyệt thì chỉ biên tập viên mới sửa được\. Bản của bạn đã giữ/,
    );
    await context.close();
  });

  test('withdrawn: a correction is saved, and the article stays withdrawn', async () => {
    const { id, version } = await published();
    const { context, page } = await openDraft('editor', id);
    await as.admin(`/articles/${id}/withdraw`, { method: 'POST', ifMatch: version });
    await body(page).fill('<p>Đính chính</p>');
    await press(page);
    await says(page, /^Đã lưu lúc/);
    expect(await articleOf(id)).toMatchObject({ status: 'withdrawn', body: '<p>Đính chính</p>' });
    await context.close();
  });

  test('approved: the approval is not voided unseen', async () => {
    const { id } = await create({ body: '<p>Một</p>' }, 'author');
    await as.author(`/articles/${id}/submit`, { method: 'POST', ifMatch: 1 });
    const { context, page } = await openDraft('editor', id);
    await as.admin(`/articles/${id}/approve`, { method: 'POST', ifMatch: 2 });
    await body(page).fill('<p>Một, sửa</p>');
    await press(page);
    await page.getByText('Lưu bản khác thì bài phải được duyệt lại.').waitFor();
    expect((await articleOf(id)).status).toBe('approved');
    await page.getByRole('button', { name: 'Lưu bản đã chọn' }).click();
    await says(page, /^Đã lưu lúc/);
    expect(await articleOf(id)).toMatchObject({ status: 'in_review', body: '<p>Một, sửa</p>' });
    await context.close();
  });
});

describe('a device', () => {
  test('that is full does not stop the work, and says so', async () => {
    const { id } = await create({}, 'author');
    const { context, page } = await openDraft('author', id);
    const protocol = await context.newCDPSession(page);
    await protocol.send('Storage.overrideQuotaForOrigin', { origin: portal.url, quotaSize: 1 });
    await body(page).fill(`<p>${'Dài '.repeat(5_000)}</p>`);
    await page.clock.runFor(1_500);
    await says(page, /^Máy này đã đầy bộ nhớ nên không giữ được bản nháp/);
    await page.clock.runFor(6_000);
    await says(page, /^Đã lưu lúc/);
    await context.close();
  });

  test('that forbids storage does not stop the work, and says so', async () => {
    const { id } = await create({}, 'author');
    const context = await openBrowser('author');
    await context.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      };
    });
    const page = await openPage(context, id);
    await body(page).fill('<p>Một</p>');
    await page.clock.runFor(1_500);
    await says(page, /^Trình duyệt không cho giữ bản nháp trên máy này/);
    await press(page);
    await says(page, /^Đã lưu lúc/);
    await context.close();
  });
});
