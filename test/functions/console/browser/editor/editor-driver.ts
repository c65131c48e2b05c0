import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { EditorHandle } from '../../../../../functions/console/browser/editor/editor-types.ts';
import { openBundle } from '../../../../support/browser-bundle.ts';

type Calls = {
  changes: number;
  described: string[];
  files: string[];
  leftOut: { what: string; count: number }[];
  said: string[];
};

/** What `editor-page.ts` puts on its window. */
type EditorWindow = { mount(body: string): void; editor: EditorHandle; calls: Calls };

const styles = join(import.meta.dirname, '../../../../../functions/console/browser/styles/index.css');
const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="50"><rect width="80" height="50" fill="#48a"/></svg>';

export const pictureId = '01kb0000000000000000000000';

/** A page with the editor, and what tests do in it. `messages` collects console messages and errors. */
export const openEditor = async (browser: Browser) => {
  const page = await openBundle(browser, join(import.meta.dirname, 'editor-page.ts'), {
    styles,
    files: { [`/images/${pictureId}`]: { body: picture, contentType: 'image/svg+xml' } },
  });
  const messages: string[] = [];
  page.on('console', (message) => messages.push(message.text()));
  page.on('pageerror', ({ message }) => messages.push(message));
  const cdp = await page.context().newCDPSession(page);
  return {
    page,
    messages,
    cdp,
    mount: (body: string) =>
      page.evaluate((html) => (globalThis as unknown as EditorWindow).mount(html), body),
    body: () => page.evaluate(() => (globalThis as unknown as EditorWindow).editor.body()),
    calls: () => page.evaluate(() => (globalThis as unknown as EditorWindow).calls),
    call: <Name extends 'setBody' | 'insertHtml' | 'scrollTo' | 'words' | 'bytes'>(
      name: Name,
      ...given: Parameters<EditorHandle[Name]>
    ) =>
      page.evaluate(
        ([method, values]) =>
          ((globalThis as unknown as EditorWindow).editor[method] as (...all: unknown[]) => unknown)(
            ...values,
          ),
        [name, given] as const,
      ),
    placeCursor: (selector: string, at: 'start' | 'end' = 'end') => placeCursor(page, selector, at),
    /** Waits until the editor has taken notice of a selection made by keys: browsers tell it with the next frame. */
    settled: () =>
      page.evaluate(
        () => new Promise<unknown>((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
      ),
    tool: (name: string) => page.getByRole('button', { name, exact: true }),
  };
};

/** Puts the cursor at an edge of an element, and waits until the editor has taken notice. */
const placeCursor = async (page: Page, selector: string, at: 'start' | 'end') => {
  await page.evaluate(
    async ([inner, isStart]) => {
      const editor = document.querySelector<HTMLElement>('.editor-body');
      const element = editor?.querySelector(inner);
      if (!editor || !element) throw new Error(`No ${inner}`);
      editor.focus();
      const noticed = new Promise((resolve) =>
        document.addEventListener('selectionchange', resolve, { once: true }),
      );
      const range = document.createRange();
      range.selectNodeContents(element);
      range.collapse(isStart);
      const selection = getSelection();
      selection?.removeAllRanges();
      selection?.addRange(range);
      await noticed;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    },
    [selector, at === 'start'] as const,
  );
};
