import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import { chromium, type Page } from 'playwright-core';
import { sanitizeBody } from '../../functions/articles/sanitize-body.ts';
import { readArticle } from '../../infra/demo/read-article.ts';
import { contentLimits } from '../../shared/articles/content-limits.ts';
import { openEditor } from '../functions/console/browser/editor/editor-driver.ts';
import { chromiumLaunchOptions } from '../support/chromium.ts';
import type { BenchSize } from './bench-size.ts';

const cpuSlowdown = 4;
const root = join(import.meta.dirname, '../..');
const demo = join(root, 'infra/demo/articles');

/**
 * Prints the size of the editor's script and, on a slowed CPU, the times until the longest body can be edited and from a key to the frame
 * that shows it. Words and bytes are not counted: the article's page does that when typing rests.
 */
export const benchEditor = async ({ typedKeys }: BenchSize) => {
  const body = longestBody();
  console.log(`Editor: ${await scriptBytes()} B of script, brotli`);
  const browser = await chromium.launch(await chromiumLaunchOptions());
  try {
    const { page, cdp, mount, placeCursor } = await openEditor(browser);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown });
    await timeFrames(page);
    await mount(body);
    const [openMs = Number.NaN] = await frameTimes(page);
    for (const selector of ['p:nth-child(40)', 'li p', 'td p']) {
      await placeCursor(selector);
      for (let key = 0; key < typedKeys; key += 1) {
        await page.keyboard.press('a');
        await frameTimes(page);
      }
    }
    const keyMs = (await frameTimes(page)).slice(1).toSorted((a, b) => a - b);
    const at = (share: number) => (keyMs[Math.floor(keyMs.length * share)] ?? 0).toFixed(0);
    console.log(`  ${Buffer.byteLength(body)} B of body, CPU slowed ${cpuSlowdown} times`);
    console.log(
      `  editable after ${openMs.toFixed(0)} ms; a key to its frame p50 ${at(0.5)} ms  p95 ${at(0.95)} ms  max ${keyMs.at(-1)?.toFixed(0)} ms`,
    );
  } finally {
    await browser.close();
  }
};

/** The articles of the demonstration one after the other, as many as fit into a body. */
const longestBody = (): string => {
  const bodies = readdirSync(demo).map((file) => readArticle(readFileSync(join(demo, file), 'utf8')).body);
  let longest = '';
  for (let index = 0; ; index += 1) {
    const { body } = sanitizeBody(`${longest}\n${bodies[index % bodies.length]}`);
    if (Buffer.byteLength(body) > contentLimits.bodyBytes) return longest;
    longest = body;
  }
};

/** What a browser loads for the editor beyond the console. */
const scriptBytes = async (): Promise<number> => {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'functions/console/browser/editor/mount-editor.ts')],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    external: ['preact', 'preact/*', '@preact/signals', 'zod'],
  });
  return brotliCompressSync(outputFiles[0]?.contents ?? '').length;
};

type Timing = { frameTimes: Promise<number>[] };

/** Times each key, and each mount, until the frame after it is on the screen. */
const timeFrames = (page: Page) =>
  page.evaluate(() => {
    const times: Promise<number>[] = [];
    const frameAfter = (start: number) =>
      new Promise<number>((resolve) =>
        requestAnimationFrame(() => {
          const painted = new MessageChannel();
          painted.port1.onmessage = () => resolve(performance.now() - start);
          painted.port2.postMessage(null);
        }),
      );
    addEventListener('keydown', ({ timeStamp }) => times.push(frameAfter(timeStamp)), { capture: true });
    const page = globalThis as unknown as Timing & { mount(body: string): void };
    const { mount } = page;
    page.mount = (body) => {
      const start = performance.now();
      mount(body);
      times.push(frameAfter(start));
    };
    page.frameTimes = times;
  });

const frameTimes = (page: Page): Promise<number[]> =>
  page.evaluate(() => Promise.all((globalThis as unknown as Timing).frameTimes));
