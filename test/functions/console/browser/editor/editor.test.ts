import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { expect, test } from 'vitest';
import { sanitizeBody } from '../../../../../functions/articles/sanitize-body.ts';
import { bodiesWithWords } from '../../../../support/bodies-with-words.ts';
import { useBrowser } from '../../../../support/use-browser.ts';
import { openEditor, pictureId } from './editor-driver.ts';

const editor = await openEditor(await useBrowser());
const { page } = editor;
const image = `<img src="/images/${pictureId}" />`;
const figure = `<figure>${image}<figcaption>Chú thích</figcaption></figure>`;
const cells = '<tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr>';
const table = `<table><tbody>${cells}</tbody></table>`;

/** Mounts a body, puts the cursor at the end of an element, and does something. */
const after = async (body: string, selector: string, act: () => Promise<unknown>) => {
  await editor.mount(body);
  await editor.placeCursor(selector);
  await act();
  return editor.body();
};

const press =
  (...keys: string[]) =>
  async () => {
    for (const key of keys) await page.keyboard.press(key);
  };
const type = (text: string) => () => page.keyboard.type(text);
const choose =
  (...names: string[]) =>
  async () => {
    for (const name of names) await editor.tool(name).click();
  };

test('an edited block is written anew, every other one stays byte for byte', async () => {
  const untouched = [
    '  Chữ <b>không</b> thẻ',
    '\n<ul>\n <li>a\n</li></ul>',
    '<table><tr><td colspan="1">1</table>',
  ];
  const { body } = sanitizeBody(`${untouched[0]}<p>sửa</p>${untouched.slice(1).join('')}`);
  // At once: keys that a slow machine receives apart are several steps of undo.
  const edited = await after(body, 'p:nth-child(2)', () => page.keyboard.insertText(' rồi'));
  expect(edited).toBe(body.replace('<p>sửa</p>', '<p>sửa rồi</p>'));
  await page.keyboard.press('Control+z');
  expect(await editor.body()).toBe(body);
});

test('an edit that is undone leaves the very bytes of its block', async () => {
  const { body } = sanitizeBody('<ul>\n<li>a</li>\n</ul>');
  expect(await after(body, 'li p', type('b'))).toBe('<ul><li>ab</li></ul>');
  await page.keyboard.press('Control+z');
  expect(await editor.body()).toBe(body);
});

test.each<[string, string, string, () => Promise<unknown>, string]>([
  ['a heading by key', '<p>a</p>', 'p', press('Control+Alt+3'), '<h3>a</h3>'],
  ['a paragraph by key', '<h2>a</h2>', 'h2', press('Control+Alt+0'), '<p>a</p>'],
  ['a heading by typing', '<p></p>', 'p', type('## a'), '<h2>a</h2>'],
  ['a list by typing', '<p></p>', 'p', type('- a'), '<ul><li>a</li></ul>'],
  ['a numbered list by typing', '<p></p>', 'p', type('3. a'), '<ol start="3"><li>a</li></ol>'],
  ['a quote by typing', '<p></p>', 'p', type('> a'), '<blockquote><p>a</p></blockquote>'],
  ['a typed list mark taken back', '<p></p>', 'p', press('-', 'Space', 'Backspace', 'b'), '<p>- b</p>'],
  ['a heading by the toolbar', '<p>a</p>', 'p', choose('Đề mục nhỏ'), '<h4>a</h4>'],
  [
    'bold and italics',
    '<p>a</p>',
    'p',
    press('Control+b', 'Control+i', 'b'),
    '<p>a<strong><em>b</em></strong></p>',
  ],
  [
    'a subscript',
    '<p>H</p>',
    'p',
    async () => {
      await choose('Chỉ số dưới')();
      await page.keyboard.type('2');
    },
    '<p>H<sub>2</sub></p>',
  ],
  ['a list by the toolbar', '<p>a</p>', 'p', choose('Danh sách dấu chấm'), '<ul><li>a</li></ul>'],
  ['another kind of list', '<ul><li>a</li></ul>', 'li p', choose('Danh sách đánh số'), '<ol><li>a</li></ol>'],
  ['a list no more', '<ul><li>a</li></ul>', 'li p', choose('Danh sách dấu chấm'), '<p>a</p>'],
  [
    'a nested item by Tab',
    '<ul><li>a</li><li>b</li></ul>',
    'li + li p',
    press('Tab'),
    '<ul><li>a<ul><li>b</li></ul></li></ul>',
  ],
  [
    'an outer item by Shift+Tab',
    '<ul><li>a<ul><li>b</li></ul></li></ul>',
    'li li p',
    press('Shift+Tab'),
    '<ul><li>a</li><li>b</li></ul>',
  ],
  ['a quote by the toolbar', '<p>a</p>', 'p', choose('Trích dẫn'), '<blockquote><p>a</p></blockquote>'],
  ['a quote no more', '<blockquote><p>a</p></blockquote>', 'p', choose('Trích dẫn'), '<p>a</p>'],
  ['a rule', '<p>a</p>', 'p', choose('Đường kẻ ngang'), '<p>a</p><hr />'],
  ['a line break', '<p>a</p>', 'p', press('Shift+Enter', 'b'), '<p>a<br />b</p>'],
  ['a paragraph below a caption', figure, 'figcaption', press('Enter', 'b'), `${figure}<p>b</p>`],
  [
    'two paragraphs of a cell',
    table,
    'td p',
    press('Enter', 'b'),
    `<table><tbody>${cells.replace('1', '<p>1</p><p>b</p>')}</tbody></table>`,
  ],
  ['the next cell by Tab', table, 'td p', press('Tab', 'x'), table.replace('2', 'x')],
  [
    'a new row by Tab',
    table,
    'tr:last-child td:last-child p',
    press('Tab', 'x'),
    table.replace('</tbody>', '<tr><td>x</td><td></td></tr></tbody>'),
  ],
  [
    'a row above',
    table,
    'td p',
    choose('Thêm hàng trên'),
    table.replace('<tbody>', '<tbody><tr><td></td><td></td></tr>'),
  ],
  [
    'a column to the right',
    table,
    'td p',
    choose('Thêm cột phải'),
    table.replace('1</td>', '1</td><td></td>').replace('3</td>', '3</td><td></td>'),
  ],
  [
    'a row less',
    table,
    'td p',
    choose('Xóa hàng'),
    '<table><tbody><tr><td>3</td><td>4</td></tr></tbody></table>',
  ],
  [
    'a header row',
    table,
    'td p',
    choose('Hàng tiêu đề'),
    '<table><thead><tr><th scope="col">1</th><th scope="col">2</th></tr></thead><tbody><tr><td>3</td><td>4</td></tr></tbody></table>',
  ],
  [
    'a header row and column',
    table,
    'td p',
    choose('Hàng tiêu đề', 'Cột tiêu đề'),
    '<table><thead><tr><th scope="col">1</th><th scope="col">2</th></tr></thead><tbody><tr><th scope="row">3</th><td>4</td></tr></tbody></table>',
  ],
  [
    'a row of the header',
    `<table><thead><tr><th>1</th></tr></thead><tbody><tr><td>2</td></tr></tbody></table>`,
    'th p',
    choose('Thêm hàng trên'),
    '<table><thead><tr><th scope="col"></th></tr><tr><th>1</th></tr></thead><tbody><tr><td>2</td></tr></tbody></table>',
  ],
  [
    'a caption of a table',
    table,
    'td p',
    async () => {
      await choose('Tên bảng')();
      await page.keyboard.type('Giá');
    },
    table.replace('<table>', '<table><caption>Giá</caption>'),
  ],
  [
    'a caption no more',
    table.replace('<table>', '<table><caption>Giá</caption>'),
    'td p',
    choose('Tên bảng'),
    table,
  ],
  [
    'a table less',
    `<p>a</p>${table.replace('<table>', '<table><caption>Giá</caption>')}`,
    'td p',
    choose('Xóa bảng'),
    '<p>a</p>',
  ],
  [
    'a picture with its caption',
    '<p>a</p>',
    'p',
    async () => {
      await choose('Chèn ảnh')();
      await page.locator('.editor-picture').waitFor();
      await page.keyboard.type('Chợ');
    },
    `<p>a</p><figure>${image}<figcaption>Chợ</figcaption></figure>`,
  ],
  [
    'a figure moved up by key',
    `<p>a</p>${figure}<p>b</p>`,
    'figcaption',
    press('Alt+ArrowUp'),
    `${figure}<p>a</p><p>b</p>`,
  ],
  [
    'a figure moved down by the toolbar',
    `<p>a</p>${figure}<p>b</p>`,
    'figcaption',
    choose('Chuyển ảnh xuống'),
    `<p>a</p><p>b</p>${figure}`,
  ],
  ['a figure less', `<p>a</p>${figure}`, 'figcaption', choose('Xóa ảnh'), '<p>a</p>'],
])('%s', async (_, body, selector, act, expected) => {
  expect(await after(body, selector, act)).toBe(expected);
  expect(sanitizeBody(expected).body).toBe(expected);
});

test('a new table has a header row', async () => {
  const row = '<tr><td></td><td></td><td></td></tr>';
  const head = '<th scope="col">x</th><th scope="col"></th><th scope="col"></th>';
  const inserted = await after('<p>a</p>', 'p', async () => {
    await choose('Chèn bảng')();
    await page.keyboard.type('x');
  });
  expect(inserted).toBe(`<p>a</p><table><thead><tr>${head}</tr></thead><tbody>${row}${row}</tbody></table>`);
});

test('cells are merged and split, but not across sections', async () => {
  const drag = async (from: string, to: string) => {
    await page.locator('.editor-body').getByText(from, { exact: true }).hover();
    await page.mouse.down();
    await page.locator('.editor-body').getByText(to, { exact: true }).hover();
    await page.mouse.up();
  };
  await editor.mount(table);
  await drag('1', '2');
  await choose('Gộp ô')();
  expect(await editor.body()).toBe(
    '<table><tbody><tr><td colspan="2"><p>1</p><p>2</p></td></tr><tr><td>3</td><td>4</td></tr></tbody></table>',
  );
  await choose('Tách ô')();
  expect(await editor.body()).toContain('<tr><td><p>1</p><p>2</p></td><td></td></tr>');
  await editor.mount('<table><thead><tr><th>1</th></tr></thead><tbody><tr><td>2</td></tr></tbody></table>');
  await drag('1', '2');
  expect(await editor.tool('Gộp ô').getAttribute('aria-disabled')).toBe('true');
});

test('a link is added, mended and removed, and refuses addresses that run scripts', async () => {
  await editor.mount('<p>Xem tại đây nhé</p>');
  await editor.placeCursor('p');
  for (let times = 0; times < 4; times += 1) await page.keyboard.press('ArrowLeft');
  for (let times = 0; times < 'tại đây'.length; times += 1) await page.keyboard.press('Shift+ArrowLeft');
  await editor.settled();
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog', { name: 'Thêm liên kết' });
  expect(await dialog.textContent()).toContain('dẫn tới đâu');
  const address = dialog.getByLabel('Địa chỉ');
  for (const refused of [
    'javascript:alert(1)',
    ' java\tscript:x',
    'data:text/html,x',
    '//example.com',
    'abc',
  ]) {
    await address.fill(refused);
    await page.keyboard.press('Enter');
    await dialog.locator('.error').waitFor();
  }
  await address.fill('www.example.vn/ke-hoach');
  await page.keyboard.press('Enter');
  const linked =
    '<p>Xem <a href="https://www.example.vn/ke-hoach" rel="nofollow noopener">tại đây</a> nhé</p>';
  await expect.poll(editor.body).toBe(linked);
  await editor.placeCursor('a', 'start');
  await page.keyboard.press('ArrowRight');
  await editor.settled();
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByLabel('Địa chỉ').fill('https://phuong.example/thong-bao');
  await page.keyboard.press('Enter');
  await expect.poll(editor.body).toBe('<p>Xem <a href="/thong-bao">tại đây</a> nhé</p>');
  await choose('Liên kết', 'Bỏ liên kết')();
  await expect.poll(editor.body).toBe('<p>Xem tại đây nhé</p>');
  await expect.poll(() => page.evaluate(() => document.activeElement?.role)).toBe('textbox');
});

test('a link at an empty cursor is asked for its text', async () => {
  await editor.mount('<p>a</p>');
  await editor.placeCursor('p');
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Địa chỉ').fill('vanphong@example.vn');
  await dialog.getByLabel('Chữ hiển thị').fill('Văn phòng');
  await page.keyboard.press('Enter');
  await expect.poll(editor.body).toBe('<p>a<a href="mailto:vanphong@example.vn">Văn phòng</a></p>');
});

test('the toolbar is one stop of Tab, with arrow keys within, and Escape leads back', async () => {
  await editor.mount(figure);
  await editor.placeCursor('figcaption');
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  await page.keyboard.press('Alt+F10');
  expect(await focused()).toBe('Mô tả ảnh');
  await page.keyboard.press('ArrowRight');
  expect(await focused()).toBe('Chuyển ảnh lên');
  await page.keyboard.press('End');
  expect(await focused()).toBe('Xóa ảnh');
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  expect((await editor.calls()).described).toEqual([pictureId]);
  await page.keyboard.press('Escape');
  await expect.poll(() => page.evaluate(() => document.activeElement?.role)).toBe('textbox');
});

test('Tab leaves the editor, from a table after Escape', async () => {
  const isOutside = () => page.evaluate(() => document.activeElement?.closest('.editor-body') === null);
  await editor.mount('<p>a</p>');
  await editor.placeCursor('p');
  await page.keyboard.press('Tab');
  expect(await isOutside()).toBe(true);
  await editor.mount(table);
  await editor.placeCursor('td p');
  await page.keyboard.press('Tab');
  expect(await isOutside()).toBe(false);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  expect(await isOutside()).toBe(true);
  expect(await editor.body()).toBe(table);
});

test('inserting and replacing are one step of undo each', async () => {
  await editor.mount('<p>a</p>');
  await editor.placeCursor('p');
  await page.keyboard.type('b');
  await editor.call('insertHtml', '<p>c</p><ul><li>d</li></ul>');
  await page.keyboard.type('e');
  expect(await editor.body()).toBe('<p>abc</p><ul><li>de</li></ul>');
  await page.keyboard.press('Control+z');
  expect(await editor.body()).toBe('<p>abc</p><ul><li>d</li></ul>');
  await page.keyboard.press('Control+z');
  expect(await editor.body()).toBe('<p>ab</p>');
  const { body } = sanitizeBody('chữ <p>f</p>\n<hr>');
  await editor.call('setBody', body);
  expect(await editor.body()).toBe(body);
  await page.keyboard.press('Control+z');
  expect(await editor.body()).toBe('<p>ab</p>');
  await page.keyboard.press('Control+y');
  expect(await editor.body()).toBe(body);
});

test.each(bodiesWithWords)('%j has %i words', async (body, words) => {
  await editor.mount(body);
  expect(await editor.call('words')).toBe(words);
});

test('words and bytes are those of the body, and the cursor goes to a block of it', async () => {
  const body = '<h2>Chợ Hạc</h2><p>mở cửa</p><ul><li>sớm</li></ul>';
  await editor.mount(`${body}`);
  expect(await editor.call('words')).toBe(5);
  expect(await editor.call('bytes')).toBe(Buffer.byteLength(body));
  await editor.call('scrollTo', 2);
  await page.keyboard.type('x');
  expect(await editor.body()).toBe(body.replace('sớm', 'xsớm'));
});

test('pasted and dropped picture files are uploaded and stand where they were put', async () => {
  await editor.mount('<p>a</p><p>b</p>');
  await editor.placeCursor('p');
  const deliver = (kind: 'paste' | 'drop') =>
    page.evaluate((name) => {
      const data = new DataTransfer();
      data.items.add(new File(['x'], `${name}.jpg`, { type: 'image/jpeg' }));
      const target = document.querySelector('.editor-body p') as Element;
      const { left, top } = target.getBoundingClientRect();
      target.dispatchEvent(
        name === 'paste'
          ? new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
          : new DragEvent('drop', {
              dataTransfer: data,
              clientX: left + 1,
              clientY: top + 1,
              bubbles: true,
              cancelable: true,
            }),
      );
    }, kind);
  await deliver('paste');
  await expect.poll(editor.body).toBe(`<p>a</p><figure>${image}</figure><p>b</p>`);
  await deliver('drop');
  await expect.poll(async () => (await editor.body()).split('<figure>').length).toBe(3);
  expect((await editor.calls()).files).toEqual(['paste.jpg', 'drop.jpg']);
});

test('a picture that no longer exists says so and can be deleted', async () => {
  await editor.mount('<figure><img src="/images/01kb0000000000000000000009" /></figure><p>a</p>');
  await page.getByText('Ảnh này không còn trong kho ảnh').click();
  await page.keyboard.press('Delete');
  expect(await editor.body()).toBe('<p>a</p>');
  editor.messages.length = 0;
});

test.each([
  ['empty', ''],
  ['only text', 'chữ'],
  ['a table of 500 rows', `<table><tbody>${'<tr><td>1</td><td>2</td></tr>'.repeat(500)}</tbody></table>`],
  [
    'a cell over a thousand columns',
    '<table><tbody><tr><td colspan="1000">1</td></tr><tr><td>2</td></tr></tbody></table>',
  ],
  ['300 KB', '<p>Chợ <strong>Hạc</strong> Vân</p>'.repeat(7_000)],
])('a body that is %s opens, is edited, and its edit is undone', async (_, body) => {
  await editor.mount(body);
  await editor.placeCursor('p');
  await page.keyboard.type('x');
  const edited = await editor.body();
  expect(edited).toMatch(/x/);
  expect(edited.length).toBeLessThan(body.length + 20);
  await page.keyboard.press('Control+z');
  expect(await editor.body()).toBe(body);
});

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

test.each([320, 1280])('has no accessibility violations and does not overflow at %i px', async (width) => {
  await page.setViewportSize({ width, height: 800 });
  await editor.mount(`<h2>a</h2>${figure}${table}<ul><li>b</li></ul>`);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const selector of ['td p', 'figcaption']) {
      await editor.placeCursor(selector);
      const cdp = editor.cdp;
      const { result } = await cdp.send('Runtime.evaluate', {
        expression: `${axe};axe.run('.editor')`,
        awaitPromise: true,
        returnByValue: true,
      });
      const { violations } = result.value as AxeResults;
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    }
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});

test('the policy was never broken', () => {
  expect(editor.messages).toEqual([]);
});
