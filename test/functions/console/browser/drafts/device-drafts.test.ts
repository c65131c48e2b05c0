import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { FoundDraft } from '../../../../../functions/console/browser/drafts/device-drafts.ts';
import { openBundle } from '../../../../support/browser-bundle.ts';
import { emptyContent } from '../../../../support/draft-office.ts';
import { useBrowser } from '../../../../support/use-browser.ts';

const browser = await useBrowser();
const open = () => openBundle(browser, join(import.meta.dirname, 'device-page.ts'));
/** Another tab of the same browser. */
const openBeside = async (page: Page) => {
  const other = await page.context().newPage();
  await other.goto(page.url());
  return other;
};
const poll = <Result>(read: () => Promise<Result>) => expect.poll(read, { timeout: 10_000 });
/** Runs an expression in the page and returns its value. */
const run = <Result>(page: Page, expression: string): Promise<Result> => page.evaluate(expression);

const now = '2026-11-28T07:00:00.000Z';
const record = (title: string, keptAt = now) =>
  JSON.stringify({
    articleId: 'a1',
    keptAt,
    base: { version: 3, content: emptyContent },
    sent: null,
    content: { ...emptyContent, title },
  });
const list = (page: Page, user: string) =>
  run<FoundDraft[]>(page, `device('${user}').list(new Date('${now}'))`);

describe('drafts on the device', () => {
  test('outlive the tab, and two tabs do not overwrite each other', async () => {
    const page = await open();
    const other = await openBeside(page);
    await run(page, `device('lan').keep('d1', ${record('Tab một', '2026-11-28T06:00:00.000Z')})`);
    await run(other, `device('lan').keep('d2', ${record('Tab hai')})`);
    await run(page, `device('lan').keep('d1', ${record('Tab một, sửa', '2026-11-28T06:30:00.000Z')})`);
    await page.close({ runBeforeUnload: false });
    const found = await list(other, 'lan');
    expect(found.map((draft) => draft.isReadable && [draft.draftId, draft.content.title])).toEqual([
      ['d2', 'Tab hai'],
      ['d1', 'Tab một, sửa'],
    ]);
    await run(other, `device('lan').remove('d2')`);
    expect((await list(other, 'lan')).map(({ draftId }) => draftId)).toEqual(['d1']);
    await other.context().close();
  });

  test('are not shown to another person on the same device', async () => {
    const page = await open();
    await run(page, `device('lan').keep('d1', ${record('Của Lan')})`);
    expect(await list(page, 'toan')).toEqual([]);
    expect(await list(page, 'la')).toEqual([]);
    await page.context().close();
  });

  test('in an unknown form are offered as text, and old ones are removed', async () => {
    const page = await open();
    await run(
      page,
      `put('lan', 'broken', { articleId: 'a1', text: { title: 'Họp', parts: ['Một', 2, ''] } })`,
    );
    await run(page, `put('lan', 'strange', 'Chỉ là chữ')`);
    await run(page, `device('lan').keep('old', ${record('Cũ', '2026-10-28T07:00:00.000Z')})`);
    const found = await list(page, 'lan');
    expect(
      found.map((draft) => [draft.draftId, !draft.isReadable && [draft.articleId, draft.text]]).sort(),
    ).toEqual([
      ['broken', ['a1', 'a1\n\nHọp\n\nMột']],
      ['strange', [null, 'Chỉ là chữ']],
    ]);
    expect(await list(page, 'lan')).toHaveLength(2);
    await page.context().close();
  });

  test('say whether the device is full or storage is forbidden', async () => {
    const page = await open();
    const protocol = await page.context().newCDPSession(page);
    const { origin } = new URL(page.url());
    await protocol.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
    expect(await run(page, `problemOf(device('lan').keep('d1', ${record('x'.repeat(100_000))}))`)).toBe(
      'full',
    );
    await protocol.send('Storage.overrideQuotaForOrigin', { origin });
    expect(await run(page, `problemOf(device('lan').keep('d1', ${record('Lại được')}))`)).toBe(null);

    const other = await page.context().newPage();
    await other.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      };
    });
    await other.goto(page.url());
    expect(await run(other, `problemOf(device('lan').keep('d1', ${record('Không được')}))`)).toBe(
      'forbidden',
    );
    await expect(list(other, 'lan')).rejects.toThrow('insecure');
    await page.context().close();
  });
});

describe('tabs', () => {
  test('know which drafts are edited in a living tab', async () => {
    const page = await open();
    const other = await openBeside(page);
    await run(other, `void tabs.hold('d1'), void (globalThis.release = tabs.hold('d2'))`);
    await poll(async () => (await run<string[]>(page, 'heldDrafts()')).sort()).toEqual(['d1', 'd2']);
    await run(other, 'release()');
    await poll(() => run(page, 'heldDrafts()')).toEqual(['d1']);
    await other.close();
    await poll(() => run(page, 'heldDrafts()')).toEqual([]);
    await page.context().close();
  });

  test('tell each other what they saved, and ignore anything else on the channel', async () => {
    const page = await open();
    const other = await openBeside(page);
    await run(other, `new BroadcastChannel('cong-tin-drafts').postMessage({ kind: 'saved', id: 1 })`);
    await run(other, `tabs.tellSaved({ id: 'a1', version: 4 })`);
    await poll(() => run(page, 'heard')).toEqual([{ kind: 'saved', id: 'a1', version: 4 }]);
    expect(await run(other, 'heard')).toEqual([]);
    await page.context().close();
  });
});

test('a page is asked about before it is left only while something is at risk', async () => {
  const page = await open();
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    dialog.accept();
  });
  // Chromium asks only on a page that somebody has used.
  await page.mouse.click(5, 5);
  await run(page, 'page.askBeforeLeaving(true)');
  await page.reload();
  expect(asked).toEqual(['beforeunload']);
  await page.mouse.click(5, 5);
  await run(page, 'page.askBeforeLeaving(true), page.askBeforeLeaving(false)');
  await page.reload();
  expect(asked).toEqual(['beforeunload']);
  await page.context().close();
});
