import { appendFileSync, rmSync } from 'node:fs';
import { reportProgress } from '../cli/progress.ts';
import { readArguments } from '../cli/read-arguments.ts';
import { runCommand } from '../cli/run-command.ts';
import { type ImportTally, importArticles, type Refusal } from './articles/import-articles.ts';
import { openImportSource } from './articles/import-source.ts';
import { clientFromEnvironment } from './portal-client.ts';

const usage = 'npm run import -- <file.jsonl | file.xml | folder> [--dry-run] [--report <file>]';
const printedRefusals = 10;
const barLength = 30;
const someRefusedExitCode = 2;

const run = async () => {
  const { values, positionals } = readArguments(usage, {
    options: { 'dry-run': { type: 'boolean', default: false }, report: { type: 'string' } },
    atLeast: 1,
  });
  const [path = ''] = positionals;
  const source = await openImportSource(path);
  const reportFile = values.report ?? `${path.replace(/\/+$/, '')}.report.jsonl`;
  rmSync(reportFile, { force: true });
  const isDryRun = values['dry-run'];
  const tally = await importArticles({
    client: await clientFromEnvironment(),
    source,
    isDryRun,
    onProgress: (readBytes, counts) =>
      reportProgress(progressLine(source.totalBytes === 0 ? 1 : readBytes / source.totalBytes, counts)),
    onRefused: refusalReporter(reportFile),
  });
  reportProgress('');
  console.log(summaryLine(tally, isDryRun));
  if (tally.refused > 0) console.log(`All refusals and their reasons: ${reportFile}`);
  process.exitCode = tally.refused > 0 ? someRefusedExitCode : 0;
};

/** Appends every refusal to the report file, and prints the first ones. */
const refusalReporter = (reportFile: string) => {
  let refusals = 0;
  return (refusal: Refusal) => {
    refusals += 1;
    appendFileSync(reportFile, `${JSON.stringify(refusal)}\n`);
    if (refusals <= printedRefusals) process.stderr.write(`\n${refusal.location}: ${refusal.reason}\n`);
  };
};

const progressLine = (share: number, { imported, unchanged, resumed, refused }: ImportTally) => {
  const bar = '█'.repeat(Math.round(share * barLength)).padEnd(barLength, '░');
  return `${bar} ${Math.floor(share * 100)} %  ${imported + unchanged + resumed} accepted, ${refused} refused`;
};

const summaryLine = ({ imported, unchanged, resumed, refused }: ImportTally, isDryRun: boolean) =>
  isDryRun
    ? `Dry run: ${imported} articles can be imported, ${refused} cannot.`
    : `${imported} imported, ${unchanged} there already, ${resumed} resumed from an earlier run, ${refused} refused.`;

await runCommand(run);
