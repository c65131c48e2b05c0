import { expect, test } from 'vitest';
import { useBrowser } from '../../../../support/use-browser.ts';
import { openEditor } from './editor-driver.ts';

const editor = await openEditor(await useBrowser());
const { page, cdp } = editor;

/** Telex of an input method of the system or a phone: what has been typed is one composition until it is committed. */
const compose = async (steps: readonly string[]) => {
  for (const text of steps) {
    const end = text.length;
    await cdp.send('Input.imeSetComposition', { text, selectionStart: end, selectionEnd: end });
  }
  await cdp.send('Input.insertText', { text: steps.at(-1) ?? '' });
};

/** Telex and VNI of UniKey and EVKey: a key that changes letters comes as Backspaces and the letters anew. */
const retype = async (steps: readonly string[]) => {
  let before = '';
  for (const text of steps) {
    let kept = 0;
    while (kept < before.length && before[kept] === text[kept]) kept += 1;
    for (let times = before.length - kept; times > 0; times -= 1) await page.keyboard.press('Backspace');
    const added = text.slice(kept);
    if (before.length === kept && added.length === 1) await page.keyboard.type(added);
    else await cdp.send('Input.insertText', { text: added });
    before = text;
  }
};

/** `ddaays` and `vieetj`, letter by letter; VNI's `d9a6y1` gives the same texts. */
const words = [
  ['d', 'đ', 'đa', 'đâ', 'đây', 'đấy'],
  ['v', 'vi', 'vie', 'viê', 'viêt', 'việt'],
];

const places: [string, string, string, string][] = [
  ['an empty body', '', 'p', '<p>đấy việt</p>'],
  ['a paragraph', '<p>Chợ</p>', 'p', '<p>Chợđấy việt</p>'],
  ['a heading', '<h2>Chợ</h2>', 'h2', '<h2>Chợđấy việt</h2>'],
  ['a list item', '<ul><li>Chợ</li></ul>', 'li p', '<ul><li>Chợđấy việt</li></ul>'],
  [
    'a table cell',
    '<table><tbody><tr><td>Chợ</td><td></td></tr></tbody></table>',
    'td + td p',
    '<table><tbody><tr><td>Chợ</td><td>đấy việt</td></tr></tbody></table>',
  ],
  [
    'the caption of a table',
    '<table><caption>Chợ</caption><tbody><tr><td>1</td></tr></tbody></table>',
    'figcaption',
    '<table><caption>Chợđấy việt</caption><tbody><tr><td>1</td></tr></tbody></table>',
  ],
  [
    'the caption of a picture',
    '<figure><img src="/images/01kb0000000000000000000000" /><figcaption>Chợ</figcaption></figure>',
    'figcaption',
    '<figure><img src="/images/01kb0000000000000000000000" /><figcaption>Chợđấy việt</figcaption></figure>',
  ],
  [
    'an empty caption',
    '<figure><img src="/images/01kb0000000000000000000000" /><figcaption></figcaption></figure>',
    'figcaption',
    '<figure><img src="/images/01kb0000000000000000000000" /><figcaption>đấy việt</figcaption></figure>',
  ],
  [
    'text after a link',
    '<p>Xem <a href="/thong-bao">chợ</a></p>',
    'p',
    '<p>Xem <a href="/thong-bao">chợ</a>đấy việt</p>',
  ],
  ['text after bold text', '<p>Xem <strong>chợ</strong></p>', 'p', '<p>Xem <strong>chợđấy việt</strong></p>'],
  [
    'a quote',
    '<blockquote><p>Chợ</p></blockquote>',
    'blockquote p',
    '<blockquote><p>Chợđấy việt</p></blockquote>',
  ],
];

test.each(places)('Vietnamese is typed undisturbed into %s', async (_, body, selector, expected) => {
  for (const type of [compose, retype]) {
    await editor.mount(body);
    await editor.placeCursor(selector);
    await type(words[0] ?? []);
    await page.keyboard.press('Space');
    await type(words[1] ?? []);
    expect(await editor.body()).toBe(expected);
  }
});

test.each([compose, retype])(
  'Vietnamese is typed undisturbed before bold text and after a typed list mark',
  async (type) => {
    await editor.mount('<p><strong>chợ</strong></p>');
    await editor.placeCursor('p', 'start');
    await type(words[0] ?? []);
    expect((await editor.body()).replace(/<\/?strong>/g, '')).toBe('<p>đấychợ</p>');
    await editor.mount('');
    await editor.placeCursor('p');
    await page.keyboard.type('- ');
    await type(words[0] ?? []);
    await page.keyboard.press('Enter');
    await type(words[1] ?? []);
    expect(await editor.body()).toBe('<ul><li>đấy</li><li>việt</li></ul>');
  },
);

test('pasting in the middle of a composition loses neither', async () => {
  await editor.mount('<p>họp</p><p>Chợ</p>');
  await editor.placeCursor('p');
  await page.keyboard.press('Shift+Home');
  await editor.settled();
  await page.keyboard.press('Control+c');
  await editor.placeCursor('p + p');
  await cdp.send('Input.imeSetComposition', { text: 'viê', selectionStart: 3, selectionEnd: 3 });
  await page.keyboard.press('Control+v');
  // The browser pastes by itself, when it has read the clipboard.
  await page.getByText('Chợviêhọp').waitFor();
  await editor.settled();
  await page.keyboard.type('.');
  expect(await editor.body()).toBe('<p>họp</p><p>Chợviêhọp.</p>');
  // ProseMirror leaves a paste during a composition to the browser, which tries to write a style and is refused.
  expect(editor.messages.splice(0)).toEqual([expect.stringMatching(/inline style/)]);
});

test('typing under a policy with Trusted Types reports nothing', () => {
  expect(editor.messages).toEqual([]);
});
