import { join } from 'node:path';
import axe from 'axe-core';
import { afterEach, describe, expect, test } from 'vitest';
import type { SaveState } from '../../../../../functions/console/browser/drafts/save-state.ts';
import { openBundle } from '../../../../support/browser-bundle.ts';
import { emptyContent } from '../../../../support/draft-office.ts';
import { useBrowser } from '../../../../support/use-browser.ts';

const root = join(import.meta.dirname, '../../../../..');
const page = await openBundle(await useBrowser(), join(import.meta.dirname, 'dialogs-page.tsx'), {
  styles: join(root, 'functions/console/browser/styles/index.css'),
});
const messages: string[] = [];
page.on('console', (message) => messages.push(message.text()));
page.on('pageerror', (error) => messages.push(error.message));

const draw = (view: object) =>
  page.evaluate((shown) => (globalThis as unknown as { draw(view: object): void }).draw(shown), view);
const calls = () => page.evaluate(() => (globalThis as unknown as { calls: unknown[] }).calls.splice(0));
const violations = async () => {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: checker } = globalThis as unknown as { axe: typeof axe };
    return (await checker.run()).violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
  });
};

const base = {
  ...emptyContent,
  title: 'Họp tổ dân phố số 5',
  body: '<p>Họp lúc 7 giờ tại hội trường.</p><p>Mời bà con đến đông đủ.</p><p>Xem <a href="https://a.vn/">thông báo</a>.</p>',
  tags: ['họp'],
};
const mine = {
  ...base,
  title: 'Họp tổ dân phố số 5 tối nay',
  body: '<p>Họp lúc 8 giờ tại hội trường.</p><p>Mời bà con đến đông đủ.</p><p>Xem <a href="https://b.vn/">thông báo</a>.</p><p>Có gửi xe.</p>',
  tags: ['họp', 'tổ 5'],
};
const theirs = {
  id: '01kb0000000000000000000000',
  version: 4,
  state: 'draft',
  updatedAt: '2026-11-28T07:05:00Z',
  updatedBy: 'toan',
  content: {
    ...base,
    title: 'Họp tổ dân phố số 5 tối mai',
    body: '<p>Họp lúc 9 giờ tại nhà văn hóa.</p><p>Mời bà con đến <strong>đông đủ</strong>.</p><p>Xem <a href="https://a.vn/">thông báo</a>.</p>',
    tags: ['họp', 'tổ dân phố'],
  },
};
const conflict = { kind: 'conflict', base, mine, theirs };

afterEach(async () => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.emulateMedia({ colorScheme: 'light' });
  await draw({ kind: 'none' });
  await calls();
  expect(messages.splice(0)).toEqual([]);
});

describe('a conflict', () => {
  test('is decided by keys: contradictions have no default, and saving leads to the next one', async () => {
    await draw(conflict);
    const dialog = page.getByRole('dialog', { name: 'Bài này có hai bản khác nhau' });
    await dialog.getByText('toan đã lưu bài này lúc 14:05').waitFor();
    expect(await dialog.getByRole('status').textContent()).toBe('Còn 3 chỗ phải chọn.');
    const title = dialog.getByRole('group', { name: /^Tiêu đề/ });
    expect(
      await title
        .getByRole('radio')
        .evaluateAll((list) => list.map((it) => (it as HTMLInputElement).checked)),
    ).toEqual([false, false]);
    const save = dialog.getByRole('button', { name: 'Lưu bản đã chọn' });
    await save.press('Enter');
    expect(
      await title
        .getByRole('radio')
        .first()
        .evaluate((it) => it === document.activeElement),
    ).toBe(true);
    await page.keyboard.press('ArrowDown');
    expect(await title.getByRole('radio', { name: /Lấy của toan/ }).isChecked()).toBe(true);
    await save.press('Enter');
    await page.keyboard.press('Space');
    await dialog
      .getByRole('group', { name: /^Từ khóa/ })
      .getByRole('radio', { name: 'Giữ cả hai' })
      .check();
    await dialog
      .getByRole('group', { name: /đoạn 1/ })
      .getByRole('radio', { name: 'Giữ cả hai' })
      .check();
    expect(await dialog.getByRole('status').textContent()).toBe('Đã chọn xong.');
    await save.press('Enter');
    expect(await calls()).toEqual([
      [
        'resolve',
        {
          ...base,
          title: 'Họp tổ dân phố số 5 tối mai',
          tags: ['họp', 'tổ 5', 'tổ dân phố'],
          body: '<p>Họp lúc 8 giờ tại hội trường.</p><p>Họp lúc 9 giờ tại nhà văn hóa.</p><p>Mời bà con đến <strong>đông đủ</strong>.</p><p>Xem <a href="https://b.vn/">thông báo</a>.</p><p>Có gửi xe.</p>',
        },
      ],
    ]);
  });

  test('marks the words that each side changed, addresses of links among them', async () => {
    await draw(conflict);
    const part = page.getByRole('group', { name: /đoạn 1/ });
    await part.waitFor();
    expect(await part.locator('ins').allTextContents()).toEqual(['8', '9', 'nhà văn hóa']);
    expect(await part.locator('del').allTextContents()).toEqual(['7', '7', 'hội trường']);
    expect(
      await page
        .getByRole('group', { name: /, đoạn 3/ })
        .locator('ins')
        .allTextContents(),
    ).toEqual(['b']);
    await page.getByText('Hai bản cùng chữ, chỉ khác cách trình bày').waitFor();
  });

  test('with an approved version says that the approval goes', async () => {
    await draw({ ...conflict, theirs: { ...theirs, state: 'approved', updatedBy: 'lan' } });
    await page.getByText('Lưu bản khác thì bài phải được duyệt lại.').waitFor();
    await page.getByText('Bạn đã lưu bài này ở một thẻ hoặc máy khác lúc 14:05').waitFor();
    await page.keyboard.press('Escape');
    // A dialog is hidden before its event `close` is sent.
    await expect.poll(calls).toEqual(['close']);
    expect(await page.getByRole('dialog').isVisible()).toBe(false);
  });

  test.each([
    [320, 'light'],
    [1280, 'light'],
    [320, 'dark'],
    [1280, 'dark'],
  ] as const)('is accessible at %i px, %s', async (width, colorScheme) => {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    await draw(conflict);
    await page.getByRole('dialog').waitFor();
    expect(await violations()).toEqual([]);
    expect(await page.getByRole('dialog').evaluate((it) => it.scrollWidth <= it.clientWidth)).toBe(true);
  });
});

describe('a found draft', () => {
  const found = {
    draftId: 'd',
    isReadable: true,
    articleId: theirs.id,
    keptAt: '2026-11-27T01:00:00.000Z',
    base: { version: 3, content: base },
    sent: null,
    content: mine,
  };
  test('stands beside the version of the server', async () => {
    await draw({ kind: 'found', found, current: theirs });
    const dialog = page.getByRole('dialog', { name: 'Tìm thấy bản nháp chưa lưu' });
    await dialog.getByText('Bản nháp được giữ trên máy này lúc hôm qua 08:00.').waitFor();
    await dialog.getByText('Bản trên máy chủ được toan lưu lúc 14:05.').waitFor();
    expect(await dialog.getByRole('heading', { level: 3 }).allTextContents()).toContain('Tiêu đề');
    expect(await violations()).toEqual([]);
    await dialog.getByRole('button', { name: 'Dùng bản tìm thấy' }).click();
    expect(await calls()).toEqual(['use']);
  });

  test('in an unknown form is offered as text', async () => {
    const other = { draftId: 'd', isReadable: false, articleId: null, keptAt: null, text: 'Chữ còn lại' };
    await draw({ kind: 'found', found: other, current: theirs });
    expect(await page.getByRole('textbox', { name: 'Chữ trong bản nháp' }).inputValue()).toBe('Chữ còn lại');
    expect(await page.getByRole('button', { name: 'Dùng bản tìm thấy' }).count()).toBe(0);
    expect(await violations()).toEqual([]);
    await page.getByRole('button', { name: 'Bỏ bản tìm thấy' }).click();
    expect(await calls()).toEqual(['discard']);
  });
});

describe('where a draft is saved', () => {
  const saved: SaveState = {
    isUnsaved: false,
    isAtRisk: false,
    isSaving: false,
    savedAt: Date.parse('2026-11-28T07:03:00Z'),
    keptAt: null,
    deviceProblem: null,
    failure: null,
    hasConflict: false,
    savesByItself: true,
  };
  const announced = () => page.locator('[role=status].visually-hidden').textContent();
  const show = (state: Partial<SaveState>) => draw({ kind: 'status', state: { ...saved, ...state } });

  test('is announced when it becomes a worry and when that is over, and not at every save', async () => {
    await show({});
    await page.getByText('Đã lưu lúc 14:03').waitFor();
    const keptAt = Date.parse('2026-11-28T07:04:00Z');
    await show({ isUnsaved: true, keptAt });
    await page.getByText('Đã giữ trên máy này lúc 14:04').waitFor();
    expect(await announced()).toBe('');
    const failure = { kind: 'session', sentence: '' } as const;
    await show({ isUnsaved: true, keptAt, failure });
    await page.getByRole('button', { name: 'Đăng nhập lại' }).click();
    expect(await announced()).toContain('Phiên làm việc đã hết: đã giữ trên máy này lúc 14:04');
    await show({ isUnsaved: true, keptAt: keptAt + 60_000, failure });
    expect(await announced()).toContain('14:04');
    await show({});
    await expect.poll(announced, { timeout: 10_000 }).toBe('Đã lưu lúc 14:03');
    expect(await calls()).toEqual(['renew']);
  });

  test('leads on from a conflict and from a deleted article', async () => {
    await show({ hasConflict: true, isUnsaved: true });
    await page.getByRole('button', { name: 'Xem hai bản' }).click();
    await show({ isUnsaved: true, failure: { kind: 'missing', sentence: 'Bài viết đã bị xóa.' } });
    await page.getByRole('button', { name: 'Lưu thành bài mới' }).click();
    expect(await calls()).toEqual(['showConflict', 'saveAsNew']);
    expect(await violations()).toEqual([]);
  });
});
