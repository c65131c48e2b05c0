import { expect, test } from 'vitest';
import type { EditorHandle } from '../../../../../functions/console/browser/editor/editor-types.ts';
import { useBrowser } from '../../../../support/use-browser.ts';
import { openEditor, pictureId } from './editor-driver.ts';

const editor = await openEditor(await useBrowser());
const { page } = editor;

/** A loaded machine is slower than the second that is usual. */
const patience = { timeout: 15_000 };

/** Pastes as a browser does: an event with what is on the clipboard. */
const paste = (clipboard: Record<string, string>) =>
  page.evaluate((types) => {
    const clipboardData = new DataTransfer();
    for (const [type, text] of Object.entries(types)) clipboardData.setData(type, text);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.querySelector('.editor-body')?.dispatchEvent(event);
  }, clipboard);

type UploadsWindow = {
  uploads: { ready: Promise<void>; areFailing: boolean };
  release: () => void;
  undoPaste: () => void;
};

/** Holds uploads until `release` is called. */
const holdUploads = () =>
  page.evaluate(() => {
    const window = globalThis as unknown as UploadsWindow;
    window.uploads.ready = new Promise((resolve) => {
      window.release = resolve;
    });
  });
const release = (areFailing = false) =>
  page.evaluate((fail) => {
    const window = globalThis as unknown as UploadsWindow;
    window.uploads.areFailing = fail;
    window.release();
  }, areFailing);

const bodyBecomes = (expected: string) => expect.poll(editor.body, patience).toBe(expected);
const png = 'data:image/png;base64,iVBORw0KGgo=';

test('pastes a list of Word where the cursor is', async () => {
  await editor.mount('<p>Trước</p><p>Sau</p>');
  await editor.placeCursor('p');
  await page.keyboard.press('Enter');
  await paste({
    'text/html': `<html><body><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;</span></span><![endif]><b style='mso-bidi-font-weight:normal'>Một</b></p></body></html>`,
  });
  await bodyBecomes('<p>Trước</p><ol><li><strong>Một</strong></li></ol><p>Sau</p>');
});

test('says what a paste left out, and takes it back', async () => {
  await editor.mount('<p>Trước</p>');
  await editor.placeCursor('p');
  await paste({
    'text/html':
      '<p> và <span style="font-weight:700">đậm</span><img src="https://a.example/a.png"><script>alert(1)</script></p>',
  });
  await bodyBecomes('<p>Trướcvà <strong>đậm</strong></p>');
  expect((await editor.calls()).leftOut).toEqual([
    { what: 'ảnh liên kết từ trang khác', count: 1 },
    { what: 'đoạn mã', count: 1 },
  ]);
  await page.evaluate(() => (globalThis as unknown as UploadsWindow).undoPaste());
  await bodyBecomes('<p>Trước</p>');
});

test('uploads the pictures of a paste; the body has them when they are there', async () => {
  await editor.mount('<p>Trước</p>');
  await editor.placeCursor('p');
  await page.keyboard.press('Enter');
  await holdUploads();
  await paste({ 'text/html': `<p><img src="${png}"></p><p>Giữa</p><p>và <img src="${png}"></p>` });
  await page.getByText('Đang tải ảnh lên…').first().waitFor();
  await bodyBecomes('<p>Trước</p><p>Giữa</p><p>và</p>');
  await release();
  await bodyBecomes(
    `<p>Trước</p><figure><img src="/images/${pictureId}" /></figure><p>Giữa</p><p>và <img src="/images/${pictureId}" /></p>`,
  );
  await page.keyboard.press('Control+z');
  await bodyBecomes('<p>Trước</p>');
  await page.keyboard.press('Control+y');
  await bodyBecomes(
    `<p>Trước</p><figure><img src="/images/${pictureId}" /></figure><p>Giữa</p><p>và <img src="/images/${pictureId}" /></p>`,
  );
});

test('gives a picture that redo brings back what was uploaded meanwhile', async () => {
  await editor.mount('<p>Trước</p>');
  await editor.placeCursor('p');
  await holdUploads();
  await paste({ 'text/html': `<p>a</p><p><img src="${png}"></p>` });
  await page.keyboard.press('Control+z');
  await bodyBecomes('<p>Trước</p>');
  await release();
  await page.keyboard.press('Control+y');
  await bodyBecomes(`<p>Trướca</p><figure><img src="/images/${pictureId}" /></figure>`);
});

test('removes a picture that could not be uploaded, and says so', async () => {
  await editor.mount('<p>Trước</p>');
  await editor.placeCursor('p');
  await holdUploads();
  await paste({ 'text/html': `<p>a</p><p><img src="${png}"></p><p>b</p>` });
  await release(true);
  await expect
    .poll(async () => (await editor.calls()).said, patience)
    .toContain('1 ảnh chưa tải lên được nên đã bỏ ra. Hãy thêm lại ảnh vào bài.');
  await bodyBecomes('<p>Trướca</p><p>b</p>');
  await page.getByText('Đang tải ảnh lên…').waitFor({ state: 'detached' });
  await page.evaluate(() => {
    (globalThis as unknown as UploadsWindow).uploads.areFailing = false;
  });
});

test('refuses five megabytes in words and leaves the body as it was', async () => {
  await editor.mount('<p>Trước</p>');
  await editor.placeCursor('p');
  await paste({ 'text/html': `<p class="MsoNormal">${'Một đoạn dài '.repeat(300_000)}</p>` });
  expect((await editor.calls()).said.at(-1)).toMatch(/^Phần dán dài hơn giới hạn/);
  expect(await editor.body()).toBe('<p>Trước</p>');
});

test('a body that replaces another one is saved without the pictures that are still being uploaded', async () => {
  await editor.mount('<p>Trước</p>');
  await holdUploads();
  await page.evaluate(() => {
    const { editor: handle } = globalThis as unknown as { editor: EditorHandle };
    const placeholder = '00000000000000000000000001';
    const html = `<p>a</p>\n<figure><img src="/images/${placeholder}" /><figcaption>b</figcaption></figure>`;
    handle.insertContent(
      { html, pictures: [{ placeholder, bytes: new Uint8Array([1]), type: 'image/png' }] },
      true,
    );
  });
  expect(await editor.body()).not.toContain('/images/');
  await release();
  await expect.poll(editor.body).toContain(`<img src="/images/${pictureId}" />`);
});

test('caused no report of the policy', () => {
  expect(editor.messages).toEqual([]);
});
