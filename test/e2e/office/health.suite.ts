import { expect, test } from 'vitest';
import { consoleOpener } from '../../support/console-opener.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { useSharedPortal } from '../../support/use-portal.ts';

const open = consoleOpener(await useBrowser(), await useSharedPortal());

test('opens for an admin', async () => {
  const { page, messages, close } = await open('admin', '/quan-tri/tinh-trang');
  await page.getByRole('heading', { level: 1, name: 'Tình trạng cổng' }).waitFor();
  expect(messages).toEqual([]);
  await close();
});
