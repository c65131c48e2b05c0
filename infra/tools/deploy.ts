import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { readArguments } from '../cli/read-arguments.ts';
import { runCommand } from '../cli/run-command.ts';
import { UserError } from '../cli/user-error.ts';
import { portals, stages } from '../stages.ts';
import { deployStack, type RunProgram, readPortalUrl } from './deploy/deploy-stack.ts';
import { assemblyManifest, stacksOf } from './deploy/stacks-of.ts';
import { hasFailed, lineOf } from './smoke/report.ts';
import { smokeTest } from './smoke/smoke-test.ts';

const usage = `npm run deploy -- ${Object.keys(stages).join('|')} [--alarm ARN]… [--allow LOGICAL-ID]…`;
const smokeFailedExitCode = 2;
/** Long enough for two periods of an alarm of five minutes. */
const monitoringMinutes = 10;
/** Of one request to a portal that was just deployed: every function starts cold. */
const smokeTimeoutMs = 20_000;

/** Runs a program, and passes on what it says of its progress. */
const run: RunProgram = async (program, args) => {
  const running = promisify(execFile)(program, args, { maxBuffer: 64_000_000 });
  running.child.stderr?.pipe(process.stderr);
  // In CI the CLI of CDK writes its progress to stdout.
  if (program === 'cdk') running.child.stdout?.pipe(process.stdout);
  return (await running).stdout;
};

const readManifest = async () => {
  const text = await readFile('cdk.out/manifest.json', 'utf8').catch((cause) => {
    throw new UserError('There is no cdk.out: run `npm run synth` first.', { cause });
  });
  return assemblyManifest.parse(JSON.parse(text));
};

/** Deploys the synthesized stacks of a stage, and checks each portal before the next one is touched. Exits with 2 when a check fails. */
const deploy = async () => {
  const { values, positionals } = readArguments(usage, {
    options: {
      alarm: { type: 'string', multiple: true, default: [] },
      allow: { type: 'string', multiple: true, default: [] },
    },
    atLeast: 1,
  });
  const [stage = ''] = positionals;
  const stacks = stacksOf(
    await readManifest(),
    portals.filter((portal) => portal.stage === stage),
  );
  if (stacks.length === 0) throw new UserError(`There is no portal in the stage '${stage}'. Usage: ${usage}`);
  const changeSetName = `cong-tin-${Date.now()}`;
  const options = { run, changeSetName, monitoringMinutes, alarms: values.alarm, allowed: values.allow };
  for (const stack of stacks) {
    const isChanged = await deployStack(stack, options);
    console.log(`${stack.name}: ${isChanged ? 'deployed' : 'nothing to deploy'}`);
    if (stack.site === null) continue;
    const origin = await readPortalUrl(stack, run);
    const results = await smokeTest({ origin, site: stack.site, timeoutMs: smokeTimeoutMs, now: new Date() });
    for (const result of results) console.log(lineOf(result));
    if (results.some(hasFailed)) {
      process.exitCode = smokeFailedExitCode;
      return;
    }
  }
};

await runCommand(deploy);
