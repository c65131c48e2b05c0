import { appendFileSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { reportProgress } from '../cli/progress.ts';
import { messageForUser, UserError } from '../cli/user-error.ts';
import { importArticles } from './articles/import-articles.ts';
import { openSource } from './articles/read-source.ts';
import { openPortal } from './open-portal.ts';

const usage = 'npm run import -- <file.jsonl | file.xml | folder> [--dry-run] [--report <file>]';
const shownRefusals = 10;
const barLength = 30;

const run = async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean', default: false }, report: { type: 'string' } },
  });
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0) throw new UserError(usage);
  const source = await openSource(path);
  const reportFile = values.report ?? `${path.replace(/\/+$/, '')}.report.jsonl`;
  rmSync(reportFile, { force: true });
  let refusals = 0;
  const isDryRun = values['dry-run'];
  const tally = await importArticles({
    client: await openPortal(),
    source,
    isDryRun,
    onProgress: (readBytes, { created, present, finished, refused }) => {
      const share = source.bytes === 0 ? 1 : readBytes / source.bytes;
      const bar = '█'.repeat(Math.round(share * barLength)).padEnd(barLength, '░');
      reportProgress(
        `${bar} ${Math.floor(share * 100)} %  ${created + present + finished} done, ${refused} refused`,
      );
    },
    onRefused: (refusal) => {
      refusals += 1;
      appendFileSync(reportFile, `${JSON.stringify(refusal)}\n`);
      if (refusals <= shownRefusals) process.stderr.write(`\n${refusal.where}: ${refusal.refused}\n`);
    },
  });
  reportProgress('');
  const { created, present, finished, refused } = tally;
  console.log(
    isDryRun
      ? `Dry run: ${created} articles could be imported, ${refused} not.`
      : `${created} created, ${present} present already, ${finished} finished from an earlier run, ${refused} refused.`,
  );
  if (refused > 0) console.log(`Every refusal, with its reason: ${reportFile}`);
  process.exitCode = refused > 0 ? 2 : 0;
};

run().catch((error) => {
  console.error(messageForUser(error));
  process.exit(1);
});
