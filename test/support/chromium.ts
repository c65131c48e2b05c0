import chromium from '@sparticuz/chromium';

/** Made for Lambda's single process; elsewhere a closed page would end the browser. */
const lambdaFlags = ['--single-process', '--no-zygote'];
/** With these the browser enforces no origins, and so no CORS: people's do. */
const insecureFlags = ['--disable-web-security', '--allow-running-insecure-content'];

/** Launch options of the Chromium from npm, or of the executable that `CHROMIUM` names. */
export const chromiumLaunchOptions = async () => ({
  executablePath: process.env.CHROMIUM || (await chromium.executablePath()),
  args: chromium.args.filter((arg) => ![...lambdaFlags, ...insecureFlags].includes(arg)),
});
