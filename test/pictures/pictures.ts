import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import sharp from 'sharp';
import { withProgress } from '../../infra/cli/progress.ts';
import { runCommand } from '../../infra/cli/run-command.ts';
import { loadDemo } from '../../infra/demo/load.ts';
import { startPortal } from '../../infra/local/portal.ts';
import { synthesize } from '../../infra/local/template/synth.ts';
import { chromiumLaunchOptions } from '../support/chromium.ts';
import { consoleOpener } from '../support/console-opener.ts';
import { deskPictures } from './desk-pictures.ts';

const directory = join(import.meta.dirname, '../../docs/pictures/ban-lam-viec');
/** Bytes: a guide with all pictures loads on a slow line. */
const limitBytes = 60_000;
const qualities = [80, 60, 40, 25];

/** A screenshot as WebP, of the best quality that fits. Throws when none does. */
const compressed = async (png: Buffer): Promise<Buffer> => {
  for (const quality of qualities) {
    const webp = await sharp(png).webp({ quality }).toBuffer();
    if (webp.length <= limitBytes) return webp;
  }
  throw new Error(`A picture does not fit into ${limitBytes} bytes.`);
};

/** `npm run pictures`: takes the pictures of docs/huong-dan-ban-lam-viec.md from the console with the demonstration. */
const run = async () => {
  const { directory: templateDirectory } = await withProgress('Synthesizing the stack', synthesize);
  const portal = await startPortal({ templateDirectory, port: 0, isThrottled: false });
  const browser = await chromium.launch(await chromiumLaunchOptions());
  try {
    await withProgress('Creating the demonstration', () => loadDemo(portal));
    // The schedule would do it in five minutes.
    await portal.functions['most-read'].invoke({});
    await mkdir(directory, { recursive: true });
    const open = consoleOpener(browser, portal);
    for (const { name, account, path, prepare } of deskPictures) {
      const { page, close } = await open(account, path, { viewport: { width: 1100, height: 760 } });
      await withProgress(name, async () => {
        await prepare(page);
        await settled(page);
        await writeFile(join(directory, `${name}.webp`), await compressed(await page.screenshot()));
      });
      await close();
    }
  } finally {
    await browser.close();
    await portal.close();
  }
};

/** Waits until all requests are answered and all images that can be seen are drawn. */
const settled = async (page: Page) => {
  await page.waitForLoadState('networkidle');
  await page.evaluate('Promise.all([...document.images].map((image) => image.decode().catch(() => {})))');
};

await runCommand(run);
