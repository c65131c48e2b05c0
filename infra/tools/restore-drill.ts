import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { withProgress } from '../cli/progress.ts';
import { readArguments } from '../cli/read-arguments.ts';
import { runCommand } from '../cli/run-command.ts';
import { loadDemo } from '../demo/load.ts';
import { freePort } from '../local/free-port.ts';
import { type Portal, startPortal } from '../local/portal.ts';
import { synthesize } from '../local/template/synth.ts';
import { restoreElsewhere, runDrill } from './restore/run-drill.ts';

const someWrongExitCode = 2;
const afterword = `
Lost: one article and one visit, which were acknowledged after the backup. With point-in-time recovery of the tables that is what was
written in the five minutes before a loss at most; with the daily backups alone, in the day before it.`;

/** `npm run restore-drill`: loses the data of a demonstration on this machine, restores it and compares (docs/backup.md). */
const run = async () => {
  readArguments('npm run restore-drill');
  const { directory } = await withProgress('Synthesizing the stack', synthesize);
  const folder = await mkdtemp(join(tmpdir(), 'cong-tin-backup-'));
  const port = await freePort();
  const withPortal = async <T>(work: (portal: Portal) => Promise<T>): Promise<T> => {
    const portal = await startPortal({ templateDirectory: directory, port, isThrottled: false });
    return work(portal).finally(portal.close);
  };
  const options = { folder, now: new Date(), newId: randomUUID, wait };
  try {
    const { before, wrong } = await withPortal(async (portal) => {
      await withProgress('Creating the demonstration', () => loadDemo(portal));
      await portal.functions['most-read'].invoke({});
      return runDrill({ portal, ...options });
    });
    // At the same address: pages contain it.
    const wrongElsewhere = await withPortal((portal) => restoreElsewhere({ portal, ...options }, before));
    console.log(afterword);
    process.exitCode = wrong + wrongElsewhere > 0 ? someWrongExitCode : 0;
  } finally {
    await rm(folder, { recursive: true });
  }
};

await runCommand(run);
