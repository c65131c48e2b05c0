import { expect, test } from 'vitest';
import { consoleOpener } from '../../support/console-opener.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { useSharedPortal } from '../../support/use-portal.ts';

const open = consoleOpener(await useBrowser(), await useSharedPortal());

test('opens for an admin', async () => {
  const { page, messages, close } = await open('admin', '/quan-tri/chuyen-muc');
  await page.getByRole('heading', { level: 1, name: 'Chuyên mục' }).waitFor();
  expect(messages).toEqual([]);
  await close();
});
