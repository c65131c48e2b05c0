import { readArguments } from '../cli/read-arguments.ts';
import { runCommand } from '../cli/run-command.ts';
import { UserError } from '../cli/user-error.ts';
import { isLoopback } from './sign-in/login-settings.ts';
import { hasFailed, lineOf } from './smoke/report.ts';
import { smokeTest } from './smoke/smoke-test.ts';

const usage = 'npm run smoke -- https://phuong.example.vn [--site hac-van] [--timeout SECONDS]';
const someFailedExitCode = 2;

const originOf = (address: string): string => {
  const url = URL.parse(address);
  if (url?.protocol !== 'https:' && !(url && isLoopback(url.origin))) {
    throw new UserError(`${address} is no address of a portal: it begins with https://. Usage: ${usage}`);
  }
  return url.origin;
};

const millisecondsOf = (seconds: string): number => {
  if (!/^[1-9]\d{0,2}$/.test(seconds))
    throw new UserError(`--timeout takes 1 to 999 seconds. Usage: ${usage}`);
  return Number(seconds) * 1000;
};

/** Checks that a deployed portal serves readers and refuses strangers. Reads only. Exits with 2 when a check fails. */
const run = async () => {
  const { values, positionals } = readArguments(usage, {
    options: { site: { type: 'string' }, timeout: { type: 'string', default: '10' } },
    atLeast: 1,
  });
  const [address = ''] = positionals;
  const results = await smokeTest({
    origin: originOf(address),
    site: values.site,
    timeoutMs: millisecondsOf(values.timeout),
    now: new Date(),
  });
  for (const result of results) console.log(lineOf(result));
  if (results.some(hasFailed)) process.exitCode = someFailedExitCode;
};

await runCommand(run);
