import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import type { EditorHandle } from '../../../../../functions/console/browser/editor/editor-types.ts';
import { bundle, openBundle } from '../../../../support/browser-bundle.ts';
import { docxFile, drawing, paragraph, run, table } from '../../../../support/docx-fixture.ts';
import { useBrowser } from '../../../../support/use-browser.ts';
import { zipFile } from '../../../../support/zip-file.ts';

const browser = await useBrowser();
const source = join(import.meta.dirname, '../../../../../functions/console/browser');
const worker = await bundle(join(source, 'docx/docx-worker.ts'));
const page = await openBundle(browser, join(import.meta.dirname, 'docx-drop-page.tsx'), {
  styles: join(source, 'styles/index.css'),
  files: { '/quan-tri/tep/docx-worker-test.js': { body: worker, contentType: 'text/javascript' } },
});

type DropWindow = { editor: EditorHandle; title: { value: string } };
const state = () =>
  page.evaluate(() => {
    const { editor, title } = globalThis as unknown as DropWindow;
    return [title.value, editor.body()];
  });
const begin = (title: string, body: string) =>
  page.evaluate(
    ([text, html]) => {
      const window = globalThis as unknown as DropWindow;
      window.title.value = text;
      window.editor.setBody(html);
    },
    [title, body] as [string, string],
  );

/** A loaded machine is slower than the second that is usual. */
const patience = { timeout: 15_000 };

/** Drops files on an element, as a browser tells of it. */
const drop = (files: Record<string, Buffer | string>, selector = 'body') =>
  page.evaluate(
    ([contents, target]) => {
      const dataTransfer = new DataTransfer();
      for (const [name, bytes] of contents) dataTransfer.items.add(new File([new Uint8Array(bytes)], name));
      const event = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
      document.querySelector(target)?.dispatchEvent(event);
      return event.defaultPrevented;
    },
    [Object.entries(files).map(([name, content]) => [name, [...Buffer.from(content)]]), selector] as [
      [string, number[]][],
      string,
    ],
  );

const bold = (text: string) => paragraph(run(text, '<w:b/>'));
const announcement = docxFile({
  body:
    table([
      [
        bold('ỦY BAN NHÂN DÂN PHƯỜNG HẠC VÂN') + paragraph('Số: 12/TB-UBND'),
        bold('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM') + bold('Độc lập - Tự do - Hạnh phúc'),
      ],
    ]) +
    bold('THÔNG BÁO') +
    bold('Về việc tạm ngừng cấp nước đường Cầu Mây') +
    paragraph('Từ 8 giờ ngày 30 tháng 11.') +
    drawing('p.png') +
    drawing('q.emf') +
    table([[paragraph('Nơi nhận:'), bold('CHỦ TỊCH')]]),
  media: { 'p.png': Buffer.from('png'), 'q.emf': Buffer.from('emf') },
});
const title = 'Thông báo về việc tạm ngừng cấp nước đường Cầu Mây';
const body = `<p>Từ 8 giờ ngày 30 tháng 11.</p><figure><img src="/images/01kb0000000000000000000000" /></figure>`;
const dialog = page.getByRole('dialog', { name: 'Chèn từ Word' });

beforeEach(async () => {
  await begin('', '');
  for (const close of await page.getByRole('button', { name: 'Đóng thông báo' }).all()) await close.click();
});

test('takes a Word file that is dropped anywhere, and takes it back', async () => {
  expect(await drop({ 'TB-12.docx': announcement })).toBe(true);
  await dialog.getByText(title).waitFor();
  await dialog.getByText('1 ảnh sẽ được tải lên').waitFor();
  await dialog.getByText('Không đưa vào được: 1 hình vẽ').waitFor();
  await dialog.getByRole('button', { name: 'Chèn vào bài' }).click();
  await expect.poll(state, patience).toEqual([title, body]);
  await page.locator('.notice').getByRole('button', { name: 'Hoàn tác' }).click();
  await expect.poll(state, patience).toEqual(['', '']);
});

test('leaves the title and what is there alone when asked to', async () => {
  await begin('Tiêu đề đã có', '<p>Đã viết</p>');
  await drop({ 'TB-12.docx': announcement }, '.editor-body p');
  expect(await dialog.getByLabel(/Dùng làm tiêu đề/).isChecked()).toBe(false);
  await dialog.getByLabel('Chèn tại vị trí con trỏ').check();
  await dialog.getByRole('button', { name: 'Chèn vào bài' }).click();
  await expect.poll(async () => (await state())[0], patience).toBe('Tiêu đề đã có');
  await expect.poll(async () => (await state())[1], patience).toContain('THÔNG BÁO');
  expect((await state())[1]).toContain('Đã viết');
});

test('replaces what is there and keeps the letterhead when asked to', async () => {
  await begin('', '<p>Đã viết</p>');
  await drop({ 'TB-12.docx': announcement });
  await dialog.getByLabel('Thay toàn bộ nội dung đang có').check();
  await dialog.getByLabel(/Bỏ phần đầu/).uncheck();
  await dialog.getByRole('button', { name: 'Thay nội dung' }).click();
  await expect.poll(async () => (await state())[1], patience).toMatch(/^<table>.*CỘNG HÒA.*8 giờ/);
  expect((await state())[1]).not.toContain('Đã viết');
});

test('is used by keyboard from the button to the dialog and back', async () => {
  const button = page.getByRole('button', { name: 'Chèn từ Word…' });
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button.press('Enter')]);
  await chooser.setFiles({
    name: 'a.docx',
    mimeType: '',
    buffer: docxFile({ body: paragraph('Chữ') }),
  });
  await dialog.waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  expect(await state()).toEqual(['', '']);
});

test.each<[string, Record<string, Buffer | string>, string]>([
  ['another file', { 'a.pdf': 'x' }, 'Không dùng được “a.pdf”'],
  ['a picture beside its places', { 'a.jpg': 'x' }, 'Để thêm ảnh'],
  ['an old Word file', { 'a.doc': 'x' }, 'kiểu cũ (.doc)'],
  ['a Word file that is none', { 'a.docx': 'x' }, 'không phải là tệp Word'],
  [
    'a bomb',
    { 'a.docx': zipFile([{ name: 'word/document.xml', content: Buffer.alloc(31_000_000) }]) },
    'quá lớn',
  ],
])('explains %s, and does not leave the page', async (_, files, sentence) => {
  expect(await drop(files)).toBe(true);
  await page.getByRole('status').getByText(sentence).waitFor();
});

test('takes the first of several Word files and says so', async () => {
  const file = (text: string) => docxFile({ body: paragraph(text) });
  await drop({ 'a.docx': file('Một'), 'b.docx': file('Hai') });
  await page.getByText('đã lấy “a.docx”').waitFor();
  await dialog.getByRole('button', { name: 'Chèn vào bài' }).click();
  await expect.poll(state, patience).toEqual(['', '<p>Một</p>']);
});
