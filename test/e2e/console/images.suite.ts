import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { consoleViolations } from '../../support/console-axe.ts';
import { consoleOpener } from '../../support/console-opener.ts';
import { complete, photograph, upload } from '../../support/picture-fixture.ts';
import { staffApi } from '../../support/staff-api.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { useSharedPortal } from '../../support/use-portal.ts';

const portal = await useSharedPortal();
const open = consoleOpener(await useBrowser(), portal);
const desk = staffApi(portal);
const small = await photograph(64, 48).jpeg().toBuffer();

type Chosen = { name: string; mimeType: string; buffer: Buffer };
const jpegFile = (name: string, buffer = small): Chosen => ({ name, mimeType: 'image/jpeg', buffer });

const choose = (page: Page, files: Chosen[]) =>
  page.getByLabel('Tải ảnh lên', { exact: true }).setInputFiles(files);
const cells = (page: Page) => page.getByRole('list', { name: 'Ảnh trong kho' }).getByRole('button');
const search = async (page: Page, words: string, count: number) => {
  await page.getByLabel('Tìm ảnh').fill(words);
  await expect.poll(() => cells(page).count(), { timeout: 10_000 }).toBe(count);
};
const openLibrary = (account: 'author' | 'editor' = 'editor') => open(account, '/quan-tri/anh');

describe('uploading', () => {
  test('takes 60 pictures at once, of which one is damaged: the others go on, and it says why', async () => {
    const { page, close } = await openLibrary();
    const files = Array.from({ length: 60 }, (_, n) => jpegFile(`hang loat ${n}.jpg`));
    files[30] = jpegFile('hong.jpg', small.subarray(0, small.length / 2));
    await choose(page, files);
    await page.getByText('1 ảnh không tải được.', { exact: true }).waitFor();
    expect(await page.locator('.upload').allTextContents()).toEqual([
      expect.stringMatching(/^hong\.jpgTệp ảnh bị hỏng/),
    ]);
    await search(page, 'hang loat', 59);
    await page.getByRole('button', { name: 'Bỏ hong.jpg' }).click();
    expect(await page.locator('.upload').count()).toBe(0);
    await close();
  });

  test('shrinks a photograph, upright and without where it was taken, before it is sent', async () => {
    const { page, close } = await openLibrary();
    const exif = { IFD0: { Artist: 'Lan' }, IFD3: { GPSLatitude: '21/1 0/1 0/1' } };
    const photo = await sharp({ create: { width: 3000, height: 2000, channels: 3, background: '#3a6' } })
      .withExif(exif)
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    // A browser does not show its tools the files of a form.
    await page.evaluate(`{
      const { send } = XMLHttpRequest.prototype;
      XMLHttpRequest.prototype.send = function (form) {
        globalThis.sent = form.get('file').arrayBuffer();
        send.call(this, form);
      };
    }`);
    await choose(page, [jpegFile('dung.jpg', photo)]);
    await search(page, 'dung.jpg', 1);
    const bytes = await page.evaluate<number[]>('sent.then((buffer) => [...new Uint8Array(buffer)])');
    const { width, height, orientation, exif: sentExif } = await sharp(Buffer.from(bytes)).metadata();
    expect([width, height, orientation, sentExif]).toEqual([1707, 2560, undefined, undefined]);
    await close();
  });

  test('keeps the transparency of a drawing', async () => {
    const { page, close } = await openLibrary();
    const drawing = sharp({ create: { width: 3000, height: 30, channels: 4, background: '#0a08' } });
    const [request] = await Promise.all([
      page.waitForRequest((sent) => sent.url().endsWith('/api/admin/images') && sent.method() === 'POST'),
      choose(page, [{ name: 've.png', mimeType: 'image/png', buffer: await drawing.png().toBuffer() }]),
    ]);
    expect(request.postDataJSON()).toMatchObject({ contentType: 'image/png', fileName: 've.png' });
    await search(page, 've.png', 1);
    await close();
  });

  test.each([
    ['does not have it', 'truoc'],
    ['has it too', 'sau'],
  ])('shows once what was uploaded while a search ran, whose answer %s', async (_, answers) => {
    await complete(desk, await upload(desk, small), { alt: 'Có trước' });
    const { page, close } = await openLibrary();
    await cells(page).first().waitFor();
    const words = `giua-chung-${answers}`;
    const { promise: held, resolve: hold } = Promise.withResolvers<void>();
    const { promise: uploaded, resolve: answer } = Promise.withResolvers<void>();
    await page.route(new RegExp(`/api/admin/images\\?.*q=${words}`), async (route) => {
      const early = answers === 'truoc' ? await route.fetch() : null;
      hold();
      await uploaded;
      await route.fulfill({ response: early ?? (await route.fetch()) });
    });
    await page.getByLabel('Tìm ảnh').fill(words);
    await held;
    await choose(page, [jpegFile(`${words}.jpg`)]);
    await page.getByText('Đã tải xong ảnh.').waitFor({ state: 'attached' });
    const answered = page.waitForResponse((response) => response.url().includes(words));
    answer();
    await answered;
    await page.getByText('Đang tìm ảnh…').waitFor({ state: 'hidden' });
    expect(await cells(page).count()).toBe(1);
    await close();
  });

  test('goes on by itself after the connection was lost', async () => {
    const { page, context, close } = await openLibrary();
    await choose(
      page,
      Array.from({ length: 8 }, (_, n) => jpegFile(`mat mang ${n}.jpg`)),
    );
    await context.setOffline(true);
    await page.getByText('Mất kết nối; sẽ tự gửi tiếp khi có mạng').first().waitFor();
    await context.setOffline(false);
    await expect.poll(() => page.locator('.upload').count(), { timeout: 20_000 }).toBe(0);
    await search(page, 'mat mang', 8);
    await close();
  });

  test.each([
    ['anh.heic', '\0\0\0\x18ftypheic\0\0\0\0mif1heic', /Ảnh HEIC của iPhone.*Tương thích nhất/],
    ['quet.tif', 'II*\0\x08\0\0\0', /Ảnh TIFF .*lưu thành JPEG/],
    ['cong-van.pdf', '%PDF-1.7\n', /Đây là tệp PDF/],
    ['ghi-chu.jpg', 'Xin chào', /không phải ảnh/],
    ['rong.jpg', '', /Tệp này rỗng/],
  ])('explains why %s cannot be used', async (name, text, sentence) => {
    const { page, close } = await openLibrary();
    await choose(page, [{ name, mimeType: 'image/jpeg', buffer: Buffer.from(text, 'latin1') }]);
    await expect.poll(() => page.locator('.upload-state').textContent()).toMatch(sentence);
    await close();
  });

  test('takes a picture that is pasted', async () => {
    const { page, close } = await openLibrary();
    await page.getByText('dán bằng Ctrl+V').waitFor();
    await page.evaluate(`{
      const bytes = Uint8Array.fromBase64('${small.toString('base64')}');
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([bytes], 'dan vao.jpg', { type: 'image/jpeg' }));
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
    }`);
    await search(page, 'dan vao', 1);
    await close();
  });

  test('takes the pictures of a folder that is dropped', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'cong-tin-folder-'));
    afterAll(() => rm(folder, { recursive: true }));
    const inside = join(folder, 'le hoi');
    await mkdir(join(inside, 'ngay 2'), { recursive: true });
    await writeFile(join(inside, 'thu muc 1.jpg'), small);
    await writeFile(join(inside, 'ngay 2', 'thu muc 2.jpg'), small);
    await writeFile(join(inside, '.DS_Store'), 'x');
    const { page, context, close } = await openLibrary();
    const box = await page.locator('.file-drop').boundingBox();
    const devtools = await context.newCDPSession(page);
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await devtools.send('Input.dispatchDragEvent', {
        type,
        x: (box?.x ?? 0) + 10,
        y: (box?.y ?? 0) + 10,
        data: { items: [], files: [inside], dragOperationsMask: 1 },
      });
    }
    await search(page, 'thu muc', 2);
    expect(await page.locator('.upload').count()).toBe(0);
    await close();
  });
});

test('puts the pictures that are pasted into an article where they were pasted, without the damaged one', async () => {
  const { page, close } = await open('editor', '/quan-tri/bai-viet/moi');
  const body = page.locator('.ProseMirror');
  await body.click();
  const base64 = (file: Buffer) => file.toString('base64');
  await page.evaluate(`{
    const clipboardData = new DataTransfer();
    for (const [name, text] of ${JSON.stringify([
      ['trong bai 1.jpg', base64(small)],
      ['hong trong bai.jpg', base64(small.subarray(0, small.length / 2))],
      ['trong bai 2.jpg', base64(small)],
    ])}) {
      clipboardData.items.add(new File([Uint8Array.fromBase64(text)], name, { type: 'image/jpeg' }));
    }
    document.querySelector('.ProseMirror').dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }`);
  await page.getByText('hong trong bai.jpg: Tệp ảnh bị hỏng').waitFor();
  await expect.poll(() => body.locator('img').count(), { timeout: 10_000 }).toBe(2);
  expect(await page.locator('.upload').count()).toBe(0);
  await close();
});

describe('from another origin', async () => {
  const server = createServer((_, response) => response.end('<!doctype html><title>Trang khác</title>'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => server.close());
  const otherOrigin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  /** Posts a presigned form from a page; the status, or 0 without an answer that the page may read. */
  const post = (page: Page, form: unknown, isWatched: boolean) =>
    page.evaluate<number>(`new Promise((resolve) => {
      const { url, fields } = ${JSON.stringify(form)};
      const body = new FormData();
      for (const [name, value] of Object.entries(fields)) body.append(name, value);
      body.append('file', new Blob(['x']));
      const request = new XMLHttpRequest();
      if (${isWatched}) request.upload.onprogress = () => {};
      request.onloadend = () => resolve(request.status);
      request.open('POST', url);
      request.send(body);
    })`);
  const announce = async () => {
    const body = { fileName: 'a.jpg', contentType: 'image/jpeg', bytes: 1 };
    return (await desk.as.editor<{ id: string; upload: unknown }>('/images', { method: 'POST', body })).body;
  };

  test('a page can upload nothing, though it has a form; a page of the portal can', async () => {
    const { page, close } = await openLibrary();
    const own = await announce();
    expect(await post(page, own.upload, true)).toBe(204);
    await page.goto(otherOrigin);
    const foreign = await announce();
    expect(await post(page, foreign.upload, true)).toBe(0);
    // Refused before anything was sent.
    expect((await complete<{ code: string }>(desk, foreign.id)).body.code).toBe('wrong_state');
    expect(await post(page, foreign.upload, false)).toBe(0);
    await close();
  });
});

describe('the library', () => {
  test('is searched, asks what a picture shows, and keeps what was written when the dialog closes', async () => {
    await complete(desk, await upload(desk, small, { fileName: 'cau-may.jpg' }));
    const { page, close } = await openLibrary();
    await page.getByLabel('Chưa mô tả').check();
    await search(page, 'cau may', 1);
    await cells(page).first().click();
    await page.getByLabel('Ảnh này cho thấy gì?').fill('Thợ dọn cỏ ở cầu Mây');
    await page.getByLabel('Người chụp hoặc nguồn').fill('Nguyễn Văn Bình');
    await page.keyboard.press('Escape');
    const found = () => desk.as.editor<{ items: unknown[] }>('/images?q=don+co+binh');
    await expect.poll(async () => (await found()).body.items.length).toBe(1);
    await page.getByLabel('Chưa mô tả').uncheck();
    await search(page, 'don co binh', 1);
    await expect.poll(() => cells(page).first().textContent()).toBe('Thợ dọn cỏ ở cầu MâyNguyễn Văn Bình');
    await close();
  });

  test('takes a decorative picture without a description', async () => {
    await complete(desk, await upload(desk, small, { fileName: 'hoa-van.jpg' }));
    const { page, close } = await openLibrary();
    await search(page, 'hoa van', 1);
    await cells(page).first().click();
    await page.getByLabel('Ảnh trang trí, không cần mô tả').check();
    await page.getByText('Đã lưu mô tả.').waitFor();
    expect(await page.getByLabel('Ảnh này cho thấy gì?').isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Đóng', exact: true }).click();
    await expect.poll(() => cells(page).first().textContent()).toBe('Ảnh trang trí');
    await close();
  });

  test('does not delete a picture in use, and says which article uses it', async () => {
    const id = await upload(desk, small, { fileName: 'dang-dung.jpg' });
    await complete(desk, id, { alt: 'Chợ Hạc Vân' });
    const { page, messages, close } = await openLibrary();
    await search(page, 'dang dung', 1);
    await cells(page).first().click();
    await page.getByText('Chưa bài nào dùng ảnh này.').waitFor();
    const article = await desk.create({ title: 'Chợ mở cửa sớm', cover: id });
    await page.getByRole('button', { name: 'Xóa ảnh' }).click();
    await page.getByRole('button', { name: 'Xóa hẳn' }).click();
    await page.getByText('Chưa xóa được: ảnh đang được dùng').waitFor();
    const link = page.getByRole('link', { name: 'Chợ mở cửa sớm' });
    expect(await link.getAttribute('href')).toBe(`/quan-tri/bai-viet/${article.id}`);
    await desk.as.editor(`/articles/${article.id}`, { method: 'DELETE', ifMatch: article.version });
    await page.getByRole('button', { name: 'Xóa ảnh' }).click();
    await page.getByRole('button', { name: 'Xóa hẳn' }).click();
    await page.getByText('Đã xóa ảnh “Chợ Hạc Vân”.').waitFor();
    await expect.poll(() => cells(page).count()).toBe(0);
    expect(messages.filter((text) => !text.includes('409'))).toEqual([]);
    await close();
  });

  test("lets an author read, and not change, what others' pictures show", async () => {
    await complete(desk, await upload(desk, small, { fileName: 'cua-bien-tap.jpg' }), { alt: 'Nhà văn hóa' });
    const { page, close } = await openLibrary('author');
    await search(page, 'cua bien tap', 1);
    await cells(page).first().click();
    await page.getByText('Ảnh do editor đưa lên').waitFor();
    expect(await page.getByLabel('Ảnh này cho thấy gì?').count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Xóa ảnh' }).count()).toBe(0);
    await close();
  });

  test('is walked by arrow keys, with one picture in the tab order', async () => {
    for (const n of [1, 2, 3]) await complete(desk, await upload(desk, small, { fileName: `phim ${n}.jpg` }));
    const { page, close } = await openLibrary();
    await search(page, 'phim', 3);
    await cells(page).first().focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    const focused = () => page.evaluate<string>('document.activeElement.textContent');
    expect(await focused()).toContain('phim 1.jpg');
    expect(await page.locator('.image-cell[tabindex="0"]').count()).toBe(1);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'phim 1.jpg' }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(focused).toContain('phim 1.jpg');
    await close();
  });

  test('is accessible at 320 and 1280 pixels, light, dark and in forced colours', async () => {
    await complete(desk, await upload(desk, small, { fileName: 'truy-cap.jpg' }));
    const { page, close } = await open('editor', '/quan-tri/anh', { bypassCSP: true });
    await choose(page, [jpegFile('khong.jpg', Buffer.from('x'))]);
    await search(page, 'truy cap', 1);
    expect(await consoleViolations(page)).toEqual([]);
    await cells(page).first().click();
    await page.getByText('Chưa bài nào dùng ảnh này.').waitFor();
    expect(await consoleViolations(page)).toEqual([]);
    await close();
  });
});

describe('when the server refuses', () => {
  test.each<[number | null, RegExp]>([
    [401, /Phiên làm việc đã hết/],
    [403, /không được làm việc đó/],
    [429, /đang bận/],
    [500, /Hệ thống gặp lỗi/],
    [null, /Không kết nối được/],
  ])('the library answers %s with a sentence and a way on', async (status, sentence) => {
    const { page, close } = await open('editor');
    const images = `${portal.url}/api/admin/images?*`;
    await page.route(images, (route) =>
      status === null ? route.abort() : route.fulfill({ status, body: '{}' }),
    );
    await page.getByRole('link', { name: 'Kho ảnh' }).click();
    await page.locator('main .notice.problem').waitFor({ timeout: 20_000 });
    expect(await page.locator('main .notice.problem').textContent()).toMatch(sentence);
    await page.unroute(images);
    await page.getByRole('button', { name: 'Thử lại' }).click();
    if (status !== 401) await cells(page).first().waitFor();
    await close();
  });

  test.each<[number | null, RegExp]>([
    [401, /Chờ đăng nhập lại/],
    [403, /không được làm việc đó/],
    [413, /quá lớn/],
    [422, /Có ô chưa đúng/],
    [500, /sẽ tự gửi tiếp/],
    [null, /sẽ tự gửi tiếp/],
  ])('an upload that is answered with %s says so, and can be tried again', async (status, sentence) => {
    const { page, close } = await openLibrary();
    const announced = (url: URL) => url.pathname === '/api/admin/images' && url.search === '';
    await page.route(announced, (route) =>
      status === null ? route.abort() : route.fulfill({ status, body: '{}' }),
    );
    const name = `tu choi ${status}.jpg`;
    await choose(page, [jpegFile(name)]);
    await expect.poll(() => page.locator('.upload-state').textContent()).toMatch(sentence);
    await page.unroute(announced);
    if (status === 401) return close();
    if (!sentence.source.includes('tự')) await page.getByRole('button', { name: `Thử lại ${name}` }).click();
    await expect.poll(() => page.locator('.upload').count(), { timeout: 10_000 }).toBe(0);
    await close();
  });
});
