import chromium from '@sparticuz/chromium';

/** Flags for Lambda's single process; here a closed page would end the browser. */
const lambdaOnly = ['--single-process', '--no-zygote'];

/** Launch options of a real Chromium: npm's, or the one that `CHROMIUM` names. */
export const chromiumLaunch = async () => ({
  executablePath: process.env.CHROMIUM || (await chromium.executablePath()),
  args: chromium.args.filter((arg) => !lambdaOnly.includes(arg)),
});
