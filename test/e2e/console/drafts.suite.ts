import type { BrowserContext, Page, Route } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { consoleOpener } from '../../support/console-opener.ts';
import { type Account, type EditorialArticle, staffApi } from '../../support/staff-api.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { useSharedPortal } from '../../support/use-portal.ts';

const portal = await useSharedPortal();
const browser = await useBrowser();
const open = consoleOpener(browser, portal);
const { as, create, published } = staffApi(portal);

const address = (id: string) => `/quan-tri/bai-viet/${id}`;
const body = (page: Page) => page.getByRole('textbox', { name: 'Nội dung bài' });
/** Opens an article for somebody, with a clock that tests advance. */
const openArticle = async (user: Account, id = 'moi') => {
  const opened = await open(user, address(id));
  await body(opened.page).waitFor();
  await opened.page.clock.install();
  return opened;
};
/** Opens the article in another tab of the same browser. */
const openBeside = async (context: BrowserContext, id: string) => {
  const page = await context.newPage();
  await page.goto(portal.url + address(id));
  await body(page).waitFor();
  return page;
};

const status = (page: Page) => page.locator('.save-status p');
const says = (page: Page, text: RegExp) => status(page).filter({ hasText: text }).waitFor();
/** Lets time pass until the status says something. */
const saysLater = (page: Page, text: RegExp, what = '') =>
  expect
    .poll(
      async () => {
        await page.clock.runFor(4_000);
        return status(page).textContent();
      },
      { timeout: 20_000, message: what },
    )
    .toMatch(text);
const write = async (page: Page, text: string) => {
  await body(page).press('Control+End');
  await page.keyboard.type(text);
};
const save = (page: Page) => page.getByRole('button', { name: 'Lưu', exact: true }).press('Enter');
const articleOf = async (id: string) => (await as.admin<EditorialArticle>(`/articles/${id}`)).body;
const idIn = (page: Page) => page.url().slice(page.url().lastIndexOf('/') + 1);
const kept = /^Đã giữ trên máy này lúc \d\d:\d\d/;
const saved = /^Đã lưu lúc \d\d:\d\d$/;

test('a draft is on the device within two seconds, and on the server after a pause', async () => {
  const { page, close } = await openArticle('author');
  await page.getByRole('textbox', { name: /^Tiêu đề/ }).fill('Soạn trong trình duyệt');
  await write(page, 'Một');
  await page.clock.runFor(1_500);
  await says(page, kept);
  await saysLater(page, saved);
  await page.waitForURL((url) => !url.pathname.endsWith('/moi'));
  expect(await articleOf(idIn(page))).toMatchObject({ version: 1, createdBy: 'author', body: '<p>Một</p>' });
  await close();
});

test('a tab that is killed mid-sentence leaves its draft, which is shown beside the server’s', async () => {
  const { id } = await create({ body: '<p>Một</p>' }, 'author');
  const { page, context, close } = await openArticle('author', id);
  await write(page, ' và hai, dở');
  await page.clock.runFor(1_500);
  await says(page, kept);
  const crashed = page.waitForEvent('crash');
  page.goto('chrome://crash').catch(() => {});
  await crashed;

  const list = await context.newPage();
  await list.goto(`${portal.url}/quan-tri/`);
  const onDevice = list.getByRole('region', { name: 'Viết dở trên máy này, chưa lưu lên cổng' });
  await onDevice.getByRole('link').click();

  const dialog = list.getByRole('dialog', { name: 'Tìm thấy bản nháp chưa lưu' });
  await dialog.waitFor();
  expect(await body(list).textContent()).toBe('Một');
  expect(await dialog.locator('ins').allTextContents()).toEqual([' và hai, dở']);
  await dialog.getByRole('button', { name: 'Dùng bản tìm thấy' }).click();
  expect(await body(list).textContent()).toBe('Một và hai, dở');
  await save(list);
  await says(list, saved);
  expect(await articleOf(id)).toMatchObject({ version: 2, body: '<p>Một và hai, dở</p>' });

  const again = await openBeside(context, id);
  expect(await again.getByRole('dialog').count()).toBe(0);
  await close();
});

test('a minute without a network loses nothing', async () => {
  const { id } = await create({ body: '<p>Một</p>' }, 'author');
  const { page, context, close } = await openArticle('author', id);
  await context.setOffline(true);
  await write(page, ', viết khi mất mạng');
  await page.clock.runFor(60_000);
  await says(page, /^Mất mạng: đã giữ trên máy này lúc \d\d:\d\d, sẽ tự lưu khi có mạng\.$/);
  await context.setOffline(false);
  await saysLater(page, saved);
  expect((await articleOf(id)).body).toBe('<p>Một, viết khi mất mạng</p>');
  await close();
});

describe('an answer that is no success', () => {
  const isSave = (route: Route) => route.request().method() === 'PUT';
  /** Has each save answered in a way, until the returned function is called. */
  const answerSaves = async (page: Page, respond: (route: Route) => unknown) => {
    const answer = (route: Route) => (isSave(route) ? respond(route) : route.fallback());
    await page.route('**/api/admin/articles/*', answer);
    return () => page.unroute('**/api/admin/articles/*', answer);
  };
  const refuse = (statusCode: number, code: string, detail: string) => (route: Route) =>
    route.fulfill({
      status: statusCode,
      contentType: 'application/problem+json',
      body: JSON.stringify({ title: '', status: statusCode, code, detail, requestId: '' }),
    });

  test('keeps the draft, says what happened and leads on', async () => {
    const { id } = await create({ body: '<p>Một</p>' });
    const { page, close } = await openArticle('editor', id);
    const faults: [string, (route: Route) => unknown, RegExp, 'passes' | 'stays'][] = [
      [
        '403',
        refuse(403, 'forbidden', 'Bài chờ duyệt.'),
        /^Chưa lưu được. Bài chờ duyệt. Bản của bạn đã giữ/,
        'stays',
      ],
      ['409', refuse(409, 'wrong_state', 'Ảnh vừa bị xóa.'), /^Chưa lưu được. Ảnh vừa bị xóa./, 'stays'],
      ['413', refuse(413, 'payload_too_large', 'Tối đa 1 MB.'), /^Chưa lưu được. Tối đa 1 MB./, 'stays'],
      ['422', refuse(422, 'invalid_fields', 'Có ô chưa đúng.'), /^Chưa lưu được. Có ô chưa đúng./, 'stays'],
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
      [
        'no answer',
        (route) => route.abort('connectionreset'),
        /^Mất mạng: .*sẽ tự lưu khi có mạng/,
        'passes',
      ],
      ['a slow answer', () => {}, /^Mất mạng: .*sẽ tự lưu khi có mạng/, 'passes'],
    ];
    let version = 1;
    let text = 'Một';
    for (const [what, respond, sentence, outcome] of faults) {
      const stop = await answerSaves(page, respond);
      await write(page, `, ${what}`);
      text += `, ${what}`;
      await save(page);
      await saysLater(page, sentence, what);
      expect(await body(page).textContent()).toBe(text);
      await stop();
      if (outcome === 'stays') await save(page);
      await saysLater(page, saved, what);
      version += 1;
      expect(await articleOf(id)).toMatchObject({ version, body: `<p>${text}</p>` });
    }
    await close();
  });

  test('because the session has ended: typing goes on, and a sign-in in another tab saves it', async () => {
    const { id } = await create({ body: '<p>Một</p>' });
    const { page, context, close } = await openArticle('editor', id);
    const stop = await answerSaves(page, refuse(401, 'unauthorized', ''));
    await write(page, ', hai');
    await save(page);
    await saysLater(page, /^Phiên làm việc đã hết: đã giữ .*, sẽ tự lưu sau khi đăng nhập lại\.$/);
    await write(page, ', ba');
    await stop();
    const tab = context.waitForEvent('page');
    await page.locator('.save-status').getByRole('button', { name: 'Đăng nhập lại' }).press('Enter');
    await (await tab).waitForEvent('close');
    await saysLater(page, saved);
    expect((await articleOf(id)).body).toBe('<p>Một, hai, ba</p>');
    await close();
  });

  test('but was one, whose reply was lost, makes one revision and no conflict', async () => {
    const { id } = await create({ body: '<p>Một</p>' });
    const { page, close } = await openArticle('editor', id);
    const stop = await answerSaves(page, async (route) => {
      await route.fetch();
      await route.abort('connectionreset');
    });
    await write(page, ', hai');
    await save(page);
    await says(page, /^Mất mạng/);
    await stop();
    await write(page, ', ba');
    await saysLater(page, saved);
    expect(await articleOf(id)).toMatchObject({ version: 3, body: '<p>Một, hai, ba</p>' });
    await close();
  });
});

describe('two on one article', () => {
  test('are two people: the second chooses by paragraph, and nothing is lost', async () => {
    const { id } = await create({ body: '<p>Một</p><p>Hai</p>' });
    const [first, second] = [await openArticle('editor', id), await openArticle('admin', id)];
    await write(first.page, ' của biên tập viên');
    await save(first.page);
    await says(first.page, saved);
    await write(second.page, ' của quản trị viên');
    await save(second.page);
    const dialog = second.page.getByRole('dialog', { name: 'Bài này có hai bản khác nhau' });
    await dialog.getByText('Còn 1 chỗ phải chọn.').waitFor();
    expect((await articleOf(id)).version).toBe(2);
    await dialog.getByRole('radio', { name: 'Giữ cả hai' }).check();
    await dialog.getByRole('button', { name: 'Lưu bản đã chọn' }).click();
    await says(second.page, saved);
    expect(await articleOf(id)).toMatchObject({
      version: 3,
      updatedBy: 'admin',
      body: '<p>Một</p><p>Hai của quản trị viên</p><p>Hai của biên tập viên</p>',
    });
    await first.close();
    await second.close();
  });

  test('are two tabs: the other one learns of a save, and its own draft is kept apart', async () => {
    const { id } = await create({ body: '<p>Một</p>' }, 'author');
    const { page, context, close } = await openArticle('author', id);
    const other = await openBeside(context, id);
    await write(other, ' ở thẻ hai');
    await other.clock.runFor(1_500);
    await says(other, kept);
    await write(page, ' ở thẻ một');
    await save(page);
    await says(page, saved);
    await says(other, /^Bài vừa được lưu ở nơi khác\. Hãy xem hai bản và chọn\. Bản của bạn đã giữ/);
    await other.getByRole('button', { name: 'Xem hai bản' }).click();
    await other.getByText('Bạn đã lưu bài này ở một thẻ hoặc máy khác').waitFor();
    await other.getByRole('radio', { name: /Lấy bản đã lưu/ }).check();
    await other.getByRole('button', { name: 'Lưu bản đã chọn' }).click();
    await says(other, saved);
    expect(await body(other).textContent()).toBe('Một ở thẻ một');
    expect(await articleOf(id)).toMatchObject({ version: 2, body: '<p>Một ở thẻ một</p>' });
    await close();
  });
});

describe('meanwhile', () => {
  test('deleted by another: what was typed becomes a new article', async () => {
    const { id } = await create({ body: '<p>Một</p>' }, 'author');
    const { page, close } = await openArticle('author', id);
    await as.editor(`/articles/${id}`, { method: 'DELETE', ifMatch: 1 });
    await write(page, ', hai');
    await save(page);
    await says(page, /^Chưa lưu được. Không có bài viết này./);
    await page.locator('.save-status').getByRole('button', { name: 'Lưu thành bài mới' }).click();
    await says(page, saved);
    await page.waitForURL((url) => !url.pathname.endsWith(id));
    expect((await articleOf(idIn(page))).body).toBe('<p>Một, hai</p>');
    await close();
  });

  test('submitted from elsewhere: an author learns why nothing is saved', async () => {
    const { id } = await create({ body: '<p>Một</p>' }, 'author');
    const { page, close } = await openArticle('author', id);
    await as.author(`/articles/${id}/submit`, { method: 'POST', ifMatch: 1 });
    await write(page, ', hai');
    await saysLater(
      page,
      /^Chưa lưu được\. Bài chờ duyệt thì chỉ biên tập viên mới sửa được\. Bản của bạn đã giữ/,
    );
    expect((await articleOf(id)).body).toBe('<p>Một</p>');
    await close();
  });

  test('withdrawn: a correction is saved, and the article stays withdrawn', async () => {
    const { id, version } = await published({ body: '<p>Một</p>' });
    const { page, close } = await openArticle('editor', id);
    await as.admin(`/articles/${id}/withdraw`, { method: 'POST', ifMatch: version });
    await write(page, ', đính chính');
    await save(page);
    await says(page, saved);
    expect(await articleOf(id)).toMatchObject({ status: 'withdrawn', body: '<p>Một, đính chính</p>' });
    await close();
  });

  test('approved: the approval is not voided unseen', async () => {
    const { id } = await create({ body: '<p>Một</p>' }, 'author');
    await as.author(`/articles/${id}/submit`, { method: 'POST', ifMatch: 1 });
    const { page, close } = await openArticle('editor', id);
    await as.admin(`/articles/${id}/approve`, { method: 'POST', ifMatch: 2 });
    await write(page, ', sửa');
    await save(page);
    await page.getByText('Lưu bản khác thì bài phải được duyệt lại.').waitFor();
    expect((await articleOf(id)).status).toBe('approved');
    await page.getByRole('button', { name: 'Lưu bản đã chọn' }).click();
    await says(page, saved);
    expect(await articleOf(id)).toMatchObject({ status: 'in_review', body: '<p>Một, sửa</p>' });
    await close();
  });
});

describe('a device', () => {
  test('that is full does not stop the work, and says so', async () => {
    const { id } = await create({ body: '<p>Một</p>' }, 'author');
    const { page, context, close } = await openArticle('author', id);
    const protocol = await context.newCDPSession(page);
    await protocol.send('Storage.overrideQuotaForOrigin', { origin: portal.url, quotaSize: 1 });
    await write(page, ', hai');
    await page.clock.runFor(1_500);
    await says(page, /^Máy này đã đầy bộ nhớ nên không giữ được bản nháp/);
    await saysLater(page, saved);
    await close();
  });

  test('that forbids storage does not stop the work, and says so', async () => {
    const { id } = await create({ body: '<p>Một</p>' }, 'author');
    const { page, context, close } = await openArticle('author', id);
    await context.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      };
    });
    await page.reload();
    await write(page, ', hai');
    await page.clock.runFor(1_500);
    await says(page, /^Trình duyệt không cho giữ bản nháp trên máy này/);
    await save(page);
    await says(page, saved);
    await close();
  });
});
