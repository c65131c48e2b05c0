import chromium from '@sparticuz/chromium';

/** Meant for Lambda, where there is one process only; here a closed page would end the browser. */
const lambdaOnly = ['--single-process', '--no-zygote'];

/** How a real Chromium is started: the one of npm, or the machine's where `CHROMIUM` names it. */
export const chromiumLaunch = async () => ({
  executablePath: process.env.CHROMIUM || (await chromium.executablePath()),
  args: chromium.args.filter((arg) => !lambdaOnly.includes(arg)),
});
