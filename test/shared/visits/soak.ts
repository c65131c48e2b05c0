import { readArguments } from '../../../infra/cli/read-arguments.ts';
import { runCommand } from '../../../infra/cli/run-command.ts';
import { synthesize } from '../../../infra/local/template/synth.ts';
import { runLine, startFaultyPortal } from './fault-run.ts';

const minutes = Number(process.env.SOAK_MINUTES || 10);
const visitsPerSeed = Number(process.env.SOAK_VISITS || 400);

/** `npm run soak`: runs of SOAK_VISITS (400) with one seed after another for SOAK_MINUTES (10), at least one. Exits with 1 when a visit or a read was lost or counted twice. */
const soak = async () => {
  readArguments('npm run soak');
  const { directory } = await synthesize();
  const portal = await startFaultyPortal({ templateDirectory: directory });
  const end = Date.now() + minutes * 60_000;
  const sums = {
    seeds: 0,
    visits: 0,
    lost: 0,
    double: 0,
    reads: 0,
    lostReads: 0,
    doubleReads: 0,
    failedLookups: 0,
    naiveLost: 0,
    naiveDouble: 0,
  };
  for (let seed = 1; seed === 1 || Date.now() < end; seed += 1) {
    const run = await portal.run(seed, visitsPerSeed);
    console.log(runLine(run));
    for (const name of Object.keys(sums) as (keyof typeof sums)[]) {
      sums[name] += name === 'seeds' ? 1 : run[name];
    }
  }
  await portal.close();
  console.log(
    `${sums.seeds} seeds, ${sums.visits} visits | counted: ${sums.lost} lost, ${sums.double} double | ${sums.reads} reads: ${sums.lostReads} lost, ${sums.doubleReads} double, ${sums.failedLookups} look-ups failed | naive ADD: ${sums.naiveLost} lost, ${sums.naiveDouble} double`,
  );
  process.exit(sums.lost + sums.double + sums.lostReads + sums.doubleReads > 0 ? 1 : 0);
};

await runCommand(soak);
