import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { consoleViolations } from '../../support/console-axe.ts';
import { consoleOpener } from '../../support/console-opener.ts';
import { docxFile, drawing, paragraph, run, table } from '../../support/docx-fixture.ts';
import { photograph } from '../../support/picture-fixture.ts';
import { type EditorialArticle, staffApi } from '../../support/staff-api.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { useSharedPortal } from '../../support/use-portal.ts';

const portal = await useSharedPortal();
const open = consoleOpener(await useBrowser(), portal);
const desk = staffApi(portal);
const newArticle = '/quan-tri/bai-viet/moi';

const bold = (text: string) => paragraph(run(text, '<w:b/>'));
const announcement = docxFile({
  body:
    table([
      [
        bold('PHƯỜNG HẠC VÂN'),
        bold('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM') + bold('Độc lập - Tự do - Hạnh phúc'),
      ],
    ]) +
    bold('THÔNG BÁO') +
    bold('Về việc tạm ngừng cấp nước') +
    paragraph('Từ 8 giờ ngày 30 tháng 11.') +
    drawing('p.png') +
    table([[paragraph('Nơi nhận:'), bold('CHỦ TỊCH')]]),
  media: { 'p.png': await photograph(64, 48).png().toBuffer() },
});

/** Dispatches an event with data, as the browser does for a drop or a paste. */
const give = (page: Page, kind: 'drop' | 'paste', data: { files?: [string, Buffer][]; html?: string }) =>
  page.locator('.editor-body').evaluate(
    (element, [type, files, html]) => {
      const data = new DataTransfer();
      for (const [name, bytes] of files) data.items.add(new File([new Uint8Array(bytes)], name));
      if (html !== '') data.setData('text/html', html);
      const init = { bubbles: true, cancelable: true };
      element.dispatchEvent(
        type === 'drop'
          ? new DragEvent('drop', { ...init, dataTransfer: data })
          : new ClipboardEvent('paste', { ...init, clipboardData: data }),
      );
    },
    [kind, (data.files ?? []).map(([name, bytes]) => [name, [...bytes]]), data.html ?? ''] as [
      string,
      [string, number[]][],
      string,
    ],
  );

test('makes an article of a Word file with its picture, and saves it', async () => {
  const { page, messages, close } = await open('author', newArticle);
  await page.locator('.editor-body').waitFor();
  await give(page, 'drop', { files: [['TB-12.docx', announcement]] });
  const dialog = page.getByRole('dialog', { name: 'Chèn từ Word' });
  await dialog.waitFor();
  await dialog.getByRole('button', { name: 'Chèn vào bài' }).click();
  await expect
    .poll(() => page.getByLabel('Tiêu đề').inputValue())
    .toBe('Thông báo về việc tạm ngừng cấp nước');
  const picture = page.locator('.editor-picture img[src^="/images/"]');
  await picture.waitFor();
  await page.getByRole('button', { name: 'Đóng thông báo' }).click();
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await page.waitForURL((url) => !url.pathname.endsWith('/moi'));
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const src = await picture.getAttribute('src');
  const { body } = await desk.as.author<EditorialArticle>(`/articles/${id}`);
  expect(body.body).toBe(`<p>Từ 8 giờ ngày 30 tháng 11.</p><figure><img src="${src}" /></figure>`);
  expect(messages).toEqual([]);
  await close();
});

test('leaves out what is foreign in a paste, says so, and takes the paste back', async () => {
  const { page, messages, close } = await open('author', newArticle);
  await page.locator('.editor-body').waitFor();
  const html =
    '<style>p{color:red}</style><p style="color:red" onclick="alert(1)">Chữ <a href="javascript:alert(1)">xấu</a><img src="https://a.example/a.png"></p><script>alert(1)</script>';
  await give(page, 'paste', { html });
  await page.locator('.editor-body').getByText('Chữ xấu').waitFor();
  const notice = page.locator('.notice', { hasText: 'Không đưa vào được' });
  expect(await notice.locator('p').textContent()).toBe(
    'Không đưa vào được: 1 ảnh liên kết từ trang khác, 2 đoạn mã, 1 liên kết không an toàn.',
  );
  await notice.getByRole('button', { name: 'Hoàn tác dán' }).click();
  await page.locator('.editor-body').getByText('Chữ xấu').waitFor({ state: 'detached' });
  await give(page, 'paste', { html: `<p>${'chữ '.repeat(1_250_000)}</p>` });
  await page.locator('.notice').getByText('Phần dán dài hơn').waitFor();
  expect(messages).toEqual([]);
  await close();
});

test('asks about a Word file in a dialog for everybody', async () => {
  const { page, close } = await open('author', newArticle, { bypassCSP: true });
  await page.locator('.editor-body').waitFor();
  await give(page, 'drop', { files: [['TB-12.docx', announcement]] });
  await page.getByRole('dialog', { name: 'Chèn từ Word' }).waitFor();
  expect(await consoleViolations(page)).toEqual([]);
  await close();
});
