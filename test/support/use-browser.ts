import { type Browser, chromium } from 'playwright-core';
import { afterAll } from 'vitest';
import { chromiumLaunchOptions } from './chromium.ts';

/** A real Chromium for one suite. */
export const useBrowser = async (): Promise<Browser> => {
  const browser = await chromium.launch(await chromiumLaunchOptions());
  afterAll(() => browser.close());
  return browser;
};
