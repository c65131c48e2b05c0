import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { consoleOpener } from '../../support/console-opener.ts';
import { docxFile, drawing, paragraph, table } from '../../support/docx-fixture.ts';
import { photograph } from '../../support/picture-fixture.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { useSharedPortal } from '../../support/use-portal.ts';

const portal = await useSharedPortal();
const open = consoleOpener(await useBrowser(), portal);

const title = 'Lịch thu gom rác cồng kềnh tháng 12';
const amended = `${title} năm 2026`;
const photo = await photograph(640, 480).jpeg().toBuffer();

/** What the author has in Word: the heading of the ward's papers, a title, text, a table and a photograph. */
const wordFile = () =>
  docxFile({
    body: [
      paragraph(title, '<w:pStyle w:val="Heading1"/>'),
      paragraph('Xe của phường đến từng tổ dân phố vào sáng thứ Bảy.'),
      table([
        [paragraph('Tổ'), paragraph('Ngày')],
        [paragraph('Tổ 1'), paragraph('05/12')],
      ]),
      drawing('anh.jpg'),
    ].join(''),
    media: { 'anh.jpg': photo },
  });

const read = async (path: string) => {
  const reply = await fetch(portal.url + path);
  return { status: reply.status, text: await reply.text() };
};

/** Takes an action of the bar, the usual one or one below "Việc khác". */
const act = async (
  page: Page,
  action: string,
  fill: (dialog: ReturnType<Page['getByRole']>) => Promise<void>,
) => {
  const bar = page.getByRole('region', { name: 'Lưu và bàn giao' });
  const button = bar.getByRole('button', { name: action, exact: true });
  if (!(await button.isVisible())) await bar.getByText('Việc khác').click();
  await button.click();
  const dialog = page.getByRole('dialog', { name: action });
  await fill(dialog);
  await dialog.locator('button[type="submit"]').click();
  await dialog.waitFor({ state: 'hidden' });
};

test('an article goes from Word to its readers, through a return, a correction and a withdrawal', async () => {
  const author = await open('author');
  const editor = await open('editor');

  // The author begins a draft, takes the Word file and describes the photograph in it.
  await author.page.getByRole('link', { name: 'Viết bài mới' }).click();
  await author.page.getByLabel('Nội dung bài').waitFor();
  await author.page
    .getByLabel('Tệp Word')
    .setInputFiles({ name: 'lich.docx', mimeType: 'application/octet-stream', buffer: wordFile() });
  await author.page.getByRole('button', { name: 'Chèn vào bài' }).click();
  await expect.poll(() => author.page.getByLabel('Tiêu đề').inputValue()).toBe(title);
  await author.page.getByLabel('Chuyên mục').selectOption({ label: 'Thông báo' });
  await author.page.getByLabel('Tóm tắt').fill('Xe đến từng tổ dân phố vào sáng thứ Bảy.');
  await author.page.locator('.ProseMirror img[src^="/images/"]').waitFor();
  await author.page.getByRole('button', { name: 'Mô tả ảnh' }).first().click();
  const description = author.page.getByRole('dialog', { name: 'Mô tả ảnh' });
  await description.getByLabel('Ảnh này cho thấy gì?').fill('Xe tải nhỏ chở tủ cũ trên đường Bến Hạc');
  await description.getByRole('button', { name: 'Xong' }).click();
  await act(author.page, 'Gửi duyệt', async () => {});
  await author.page.getByText('Chờ duyệt').first().waitFor();

  // The editor finds it, and returns it with a reason.
  await editor.page.getByRole('link', { name: 'Chờ tôi' }).click();
  await editor.page.getByRole('link', { name: title }).click();
  await editor.page.getByLabel('Nội dung bài').waitFor();
  await act(editor.page, 'Trả lại', (dialog) =>
    dialog.getByLabel('Lý do trả lại').fill('Ghi rõ năm trong tiêu đề.'),
  );

  // The author reads the reason beside the text, amends the title and submits again.
  await author.page.getByRole('link', { name: 'Bài viết', exact: true }).click();
  await author.page.getByRole('link', { name: 'Chờ tôi' }).click();
  await author.page.getByRole('link', { name: title }).click();
  await author.page.getByText('Ghi rõ năm trong tiêu đề.').waitFor();
  await author.page.getByLabel('Tiêu đề').fill(amended);
  await act(author.page, 'Gửi duyệt lại', async () => {});

  // The editor schedules it for the next morning.
  await editor.page.getByRole('link', { name: 'Bài viết', exact: true }).click();
  await editor.page.getByRole('link', { name: 'Chờ tôi' }).click();
  await editor.page.getByRole('link', { name: amended }).click();
  await editor.page.getByLabel('Nội dung bài').waitFor();
  const id = editor.page.url().split('/').at(-1) ?? '';
  let publishedAt = '';
  await act(editor.page, 'Hẹn giờ đăng', async (dialog) => {
    await dialog.getByRole('button', { name: /08:00/ }).first().click();
    publishedAt = await dialog.getByLabel('Ngày giờ đăng (giờ Việt Nam)').inputValue();
  });
  await editor.page.getByText('Đã hẹn giờ đăng.').waitFor();

  // Readers have it from its second on.
  const second = new Date(`${publishedAt}+07:00`).getTime();
  portal.setClock(new Date(second - 1_000));
  expect((await read(`/x/${id}`)).status).toBe(404);
  portal.setClock(new Date(second));
  const published = await read(`/x/${id}`);
  expect(published.text).toContain(`<h1>${amended}</h1>`);
  expect(published.text).toContain('Xe tải nhỏ chở tủ cũ trên đường Bến Hạc');
  expect(published.text).toMatch(/<td>Tổ 1<\/td>|<td><p>Tổ 1<\/p><\/td>/);

  // A correction, and the withdrawal.
  await editor.page.clock.setSystemTime(second);
  await editor.page.reload();
  await editor.page.getByLabel('Nội dung bài').waitFor();
  await editor.page.getByLabel('Tiêu đề').fill(`${amended} (sửa)`);
  await act(editor.page, 'Đăng bản sửa', async () => {});
  await expect.poll(async () => (await read(`/x/${id}`)).text).toContain(`<h1>${amended} (sửa)</h1>`);
  await act(editor.page, 'Gỡ bài', async () => {});
  await expect.poll(async () => (await read(`/x/${id}`)).status).toBe(404);

  portal.setClock(null);
  expect([author.messages, editor.messages]).toEqual([[], []]);
  await Promise.all([author.close(), editor.close()]);
});
