import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';
import { afterAll } from 'vitest';

/** Meant for Lambda, where there is one process only; here a closed page would end the browser. */
const lambdaOnly = ['--single-process', '--no-zygote'];

/** A real Chromium for one suite: the one of npm, or the machine's where `CHROMIUM` names it. */
export const aBrowser = async (): Promise<Browser> => {
  const browser = await playwright.launch({
    executablePath: process.env.CHROMIUM || (await chromium.executablePath()),
    args: chromium.args.filter((arg) => !lambdaOnly.includes(arg)),
  });
  afterAll(() => browser.close());
  return browser;
};
