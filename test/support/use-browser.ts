import { type Browser, chromium } from 'playwright-core';
import { afterAll } from 'vitest';
import { chromiumLaunch } from './chromium.ts';

/** A real Chromium for one suite. */
export const useBrowser = async (): Promise<Browser> => {
  const browser = await chromium.launch(await chromiumLaunch());
  afterAll(() => browser.close());
  return browser;
};
