import type { Page, Route } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { consoleViolations } from '../../support/console-axe.ts';
import { consoleOpener } from '../../support/console-opener.ts';
import { type EditorialArticle, staffApi } from '../../support/staff-api.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { useSharedPortal } from '../../support/use-portal.ts';

const portal = await useSharedPortal();
const { as, create, publish } = staffApi(portal);
const browser = await useBrowser();
const open = consoleOpener(browser, portal);

const step = async (name: string, { id, version }: EditorialArticle, account: 'author' | 'editor') =>
  (
    await as[account]<EditorialArticle>(`/articles/${id}/${name}`, {
      method: 'POST',
      ifMatch: version,
      body: { note: 'Thiếu giờ' },
    })
  ).body;

/** A function of the portal that starts takes a while. */
const soon = { timeout: 20_000 };
/** A page of the list asks for it here; counts and articles have other addresses. */
const lists = '**/api/admin/articles?*';
const rowsOf = (page: Page) => page.locator('.article-rows li');
const titlesOf = (page: Page) => page.locator('.article-rows .title').allTextContents();
const addressOf = (page: Page) => page.url().slice(portal.url.length);

// 35 articles that only these tests find by the words of their titles.
const longList = '/quan-tri/?muc=ban-nhap&tim=danh+sach+dai';
for (let n = 0; n < 35; n += 1) await create({ title: `Danh sách dài số ${n}` });
const newestTitle = 'Danh sách dài số 34';

test('leads an editor to what waits: who touched it, where it is, how many there are', async () => {
  const title = 'Bài gửi duyệt của tác giả';
  await step('submit', await create({ title, category: 'thong-bao' }, 'author'), 'author');
  const { page, messages, close } = await open('editor');
  const tab = page.getByRole('navigation', { name: 'Danh sách bài' }).getByRole('link', { name: 'Chờ tôi' });
  expect(await page.locator('.work-tabs [aria-current]').textContent()).toContain('Bài của tôi');
  await tab.click();
  const row = rowsOf(page).filter({ hasText: title });
  await row.waitFor();
  expect(addressOf(page)).toBe('/quan-tri/?muc=cho-toi');
  expect(await tab.getAttribute('aria-current')).toBe('page');
  expect(await tab.textContent()).toMatch(/Chờ tôi\d+, \d+ bài/);
  expect(await page.title()).toBe('Chờ tôi – Quản trị');
  await row.getByText('Thông báo').waitFor();
  expect(await row.textContent()).toMatch(/Chờ duyệt.*Thông báo.*author cập nhật lúc \d\d:\d\d/);
  expect(await row.getByRole('link').getAttribute('href')).toMatch(/^\/quan-tri\/bai-viet\/[0-9a-z]{26}$/);
  expect(await page.getByRole('link', { name: 'Viết bài mới' }).getAttribute('href')).toBe(
    '/quan-tri/bai-viet/moi',
  );
  await page.goBack();
  await expect
    .poll(() => page.locator('.work-tabs [aria-current]').textContent(), soon)
    .toContain('Bài của tôi');
  expect(messages).toEqual([]);
  await close();
});

test('shows when a scheduled article goes out, and which have changes that readers do not see', async () => {
  await publish(await create({ title: 'Sẽ đăng sau này' }), '2150-01-01T08:00:00+07:00');
  const live = await publish(await create({ title: 'Đăng rồi sửa tiếp' }));
  await as.editor(`/articles/${live.id}`, {
    method: 'PUT',
    ifMatch: live.version,
    body: { title: 'Đăng rồi sửa tiếp', body: '<p>Sửa.</p>', category: 'tin-tuc' },
  });
  const { page, close } = await open('editor', '/quan-tri/?muc=hen-gio');
  const scheduled = rowsOf(page).filter({ hasText: 'Sẽ đăng sau này' });
  await scheduled.getByText('Hẹn đăng 01/01/2150 08:00').waitFor();
  await page.getByRole('link', { name: 'Đang đăng' }).click();
  const edited = rowsOf(page).filter({ hasText: 'Đăng rồi sửa tiếp' });
  await edited.getByText('có sửa đổi chưa đăng').waitFor();
  await close();
});

test('shows authors their own articles alone', async () => {
  const own = await create({ title: 'Riêng của tác giả' }, 'author');
  await create({ title: 'Riêng của biên tập viên' });
  const { page, close } = await open('author', '/quan-tri/?muc=tat-ca&nguoi-tao=editor&tim=rieng+cua');
  await rowsOf(page).first().waitFor();
  expect(await titlesOf(page)).toEqual([own.title]);
  expect(await page.getByLabel('Người tạo').count()).toBe(0);
  expect(await page.locator('.work-tabs').textContent()).not.toContain('Tất cả');
  await close();
});

test('narrows a list by words, category and account; address, reload, back and forward keep it', async () => {
  const wanted = await create({ title: 'Lễ hội đua thuyền Lam Vân', category: 'thong-bao' });
  await create({ title: 'Đua thuyền thiếu nhi', category: 'tin-tuc' });
  await create({ title: 'Đua thuyền của tác giả', category: 'thong-bao' }, 'author');
  const { page, close } = await open('editor', '/quan-tri/?muc=ban-nhap');
  const words = page.getByLabel('Tìm trong tiêu đề');
  await words.fill('thuyen dua');
  await words.press('Enter');
  await expect.poll(() => titlesOf(page), soon).toHaveLength(3);
  await page.getByLabel('Chuyên mục').selectOption('Thông báo');
  await expect.poll(() => titlesOf(page), soon).toHaveLength(2);
  await page.getByLabel('Người tạo').fill('editor');
  await page.getByLabel('Người tạo').press('Enter');
  await expect.poll(() => titlesOf(page), soon).toEqual([wanted.title]);
  const address = '/quan-tri/?muc=ban-nhap&chuyen-muc=thong-bao&nguoi-tao=editor&tim=thuyen+dua';
  expect(addressOf(page)).toBe(address);
  await page.reload();
  await expect.poll(() => titlesOf(page), soon).toEqual([wanted.title]);
  expect(addressOf(page)).toBe(address);
  expect(await words.inputValue()).toBe('thuyen dua');
  await page.getByRole('link', { name: 'Bỏ lọc' }).click();
  await expect.poll(() => words.inputValue(), soon).toBe('');
  await page.goBack();
  await expect.poll(() => words.inputValue(), soon).toBe('thuyen dua');
  await expect.poll(() => titlesOf(page), soon).toEqual([wanted.title]);
  await close();
});

test('says that nothing matches, and leads out', async () => {
  const { page, close } = await open(
    'editor',
    '/quan-tri/?muc=tat-ca&tim=kh%C3%B4ng+ai+vi%E1%BA%BFt+th%E1%BA%BF',
  );
  await page.getByText('Không có bài nào khớp').waitFor();
  await page.getByRole('link', { name: 'Bỏ lọc' }).first().click();
  await rowsOf(page).first().waitFor();
  await close();
});

test.each([
  ['/quan-tri/?muc=tat-ca&chuyen-muc=khong-co', 'Không có chuyên mục này.'],
  ['/quan-tri/?muc=tat-ca&tim=a%07b', 'Có ký tự điều khiển.'],
])('explains the address %s', async (address, sentence) => {
  const { page, close } = await open('editor', address);
  await page.getByText(sentence).waitFor();
  await page.getByRole('link', { name: 'Bỏ lọc' }).click();
  await rowsOf(page).first().waitFor();
  await close();
});

test('reads on by keyboard, and returns to the same place from an article', async () => {
  const { page, close } = await open('editor', longList);
  await expect.poll(() => rowsOf(page).count(), soon).toBe(30);
  await page.getByRole('button', { name: 'Xem thêm' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => rowsOf(page).count(), soon).toBe(35);
  const focused = () => page.evaluate('document.activeElement.textContent');
  const opened = (await titlesOf(page))[30];
  await expect.poll(focused, soon).toBe(opened);
  expect(await page.getByRole('button', { name: 'Xem thêm' }).count()).toBe(0);
  const scrolledTo = await page.evaluate<number>('scrollY');
  expect(scrolledTo).toBeGreaterThan(500);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/bai-viet/*');
  await page.goBack();
  await expect.poll(() => rowsOf(page).count(), soon).toBe(35);
  await expect.poll(focused, soon).toBe(opened);
  await expect.poll(() => page.evaluate('scrollY'), soon).toBe(scrolledTo);
  await close();
});

describe('when the API fails', () => {
  test('keeps the list, says why, and tries again', async () => {
    const { page, close } = await open('editor', longList);
    await expect.poll(() => rowsOf(page).count(), soon).toBe(30);
    await page.route(lists, (route) => route.abort('internetdisconnected'));
    await page.getByRole('button', { name: 'Xem thêm' }).click();
    await page.getByText('Không kết nối được với máy chủ.').waitFor();
    expect(await rowsOf(page).count()).toBe(30);
    await page.unroute(lists);
    await page.getByRole('button', { name: 'Thử lại' }).click();
    await expect.poll(() => rowsOf(page).count(), soon).toBe(35);
    expect(await page.getByText('Không kết nối được').count()).toBe(0);
    await close();
  });

  test('explains a first page that does not come', async () => {
    const { page, close } = await open('editor');
    await page.getByRole('link', { name: 'Bản nháp' }).waitFor();
    for (const [tab, status, sentence] of [
      ['Bản nháp', 403, 'Tài khoản này không được làm việc đó.'],
      ['Đang đăng', 500, 'Hệ thống gặp lỗi.'],
      ['Tất cả', 429, 'Hệ thống đang bận.'],
    ] as const) {
      await page.route(lists, (route) => route.fulfill({ status, json: {} }));
      await page.getByRole('link', { name: tab }).click();
      await page.getByText(sentence).waitFor();
      await page.unroute(lists);
      await page.getByRole('button', { name: 'Thử lại' }).click();
      await rowsOf(page).first().waitFor();
    }
    await close();
  });

  test('says after two seconds that the list is still loading', async () => {
    const { page, close } = await open('editor');
    await rowsOf(page).first().waitFor();
    await page.clock.install();
    const { promise: held, resolve: hold } = Promise.withResolvers<Route>();
    await page.route(lists, hold);
    await page.getByRole('link', { name: 'Bản nháp' }).click();
    const route = await held;
    await page.clock.fastForward(1_900);
    expect(await page.getByText('Đang tải danh sách…').count()).toBe(0);
    await page.clock.fastForward(200);
    await page.getByText('Đang tải danh sách…').waitFor();
    await route.continue();
    await rowsOf(page).first().waitFor();
    await page.getByText('Đang tải danh sách…').waitFor({ state: 'detached' });
    await close();
  });
});

test('reads the list again when somebody returns to its window, and moves nothing under their eyes', async () => {
  const { page, close } = await open('editor', longList);
  await expect.poll(() => rowsOf(page).count(), soon).toBe(30);
  await page.clock.install();
  await page.clock.fastForward(61_000);
  const added = await create({ title: 'Danh sách dài vừa thêm' });
  await page.evaluate("dispatchEvent(new Event('focus'))");
  await page.getByText('Danh sách vừa thay đổi: 1 bài mới hoặc vừa được sửa.').waitFor();
  expect((await titlesOf(page))[0]).toBe(newestTitle);
  await page.getByRole('button', { name: 'Hiện' }).click();
  expect((await titlesOf(page)).slice(0, 2)).toEqual([added.title, newestTitle]);
  await as.editor(`/articles/${added.id}`, { method: 'DELETE', ifMatch: added.version });
  await close();
});

test('shows first what was typed on this device and is not on the server', async () => {
  const { page, close } = await open('editor', '/quan-tri/', { bypassCSP: true });
  const content = {
    ...{ title: 'Bài viết dở trên máy', summary: '', body: '<p>Dở.</p>', category: 'tin-tuc', tags: [] },
    ...{ author: '', source: '', cover: null, gallery: [], oldUrls: [] },
  };
  const draft = {
    articleId: '01kb0000000000000000000000',
    keptAt: new Date().toISOString(),
    base: null,
    sent: null,
    content,
  };
  await page.evaluate(`new Promise((resolve, reject) => {
    const opening = indexedDB.open('cong-tin');
    opening.onupgradeneeded = () => opening.result.createObjectStore('drafts');
    opening.onsuccess = () => {
      const change = opening.result.transaction('drafts', 'readwrite');
      change.objectStore('drafts').put(${JSON.stringify(draft)}, ['editor', 'a']);
      change.objectStore('drafts').put(${JSON.stringify({ ...draft, content: { ...content, title: 'Của người khác' } })}, ['admin', 'b']);
      change.objectStore('drafts').put({ text: 'Chữ của bản khác' }, ['editor', 'c']);
      change.oncomplete = resolve;
      change.onerror = reject;
    };
  })`);
  await page.getByRole('link', { name: 'Kho ảnh' }).click();
  await page.goBack();
  const drafts = page.getByRole('region', { name: 'Viết dở trên máy này' });
  const link = drafts.getByRole('link', { name: 'Bài viết dở trên máy' });
  await link.waitFor();
  expect(await link.getAttribute('href')).toBe('/quan-tri/bai-viet/moi');
  expect(await drafts.textContent()).toMatch(/giữ lúc \d\d:\d\d/);
  expect(await drafts.textContent()).not.toContain('Của người khác');
  await drafts.getByText('Bản nháp cũ không mở được nữa').click();
  expect(await drafts.getByLabel('Chữ của bản nháp cũ').inputValue()).toBe('Chữ của bản khác');
  expect(await consoleViolations(page)).toEqual([]);
  await close();
});

test('is accessible in every theme, and fits a phone', async () => {
  const { page, close } = await open('editor', '/quan-tri/?muc=tat-ca&tim=danh+sach', { bypassCSP: true });
  await rowsOf(page).first().waitFor();
  await page.locator('.count').first().waitFor();
  expect(await consoleViolations(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 800 });
  // https://www.w3.org/TR/WCAG22/#target-size-enhanced
  const small = await page.evaluate(
    `[...document.querySelectorAll('main :is(a, button, input, select)')].filter((e) => e.checkVisibility() && e.getBoundingClientRect().height < 44).map((e) => e.outerHTML.slice(0, 80))`,
  );
  expect(small).toEqual([]);
  await close();
});
