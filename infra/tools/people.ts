import { readFile, writeFile } from 'node:fs/promises';
import { toLines } from '../../shared/people/person-record.ts';
import { readArguments } from '../cli/read-arguments.ts';
import { runCommand } from '../cli/run-command.ts';
import { UserError } from '../cli/user-error.ts';
import { importPeople } from './people/import-people.ts';
import { listPeople, parseRecords } from './people/read-people.ts';
import { clientFromEnvironment } from './portal-client.ts';

const usage = 'npm run people -- export <file> | import <file>';
const someRefusedExitCode = 2;

const exportTo = async (file: string) => {
  const people = await listPeople(await clientFromEnvironment());
  try {
    // Names and addresses of people: for the eyes of its owner.
    await writeFile(file, toLines(people), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') {
      throw new UserError(`${file} exists: choose another file.`);
    }
    throw error;
  }
  console.log(`${people.length} accounts written to ${file}; passwords and second factors are in no backup.`);
};

const importFrom = async (file: string) => {
  const text = await readFile(file, 'utf8').catch((cause) => {
    throw new UserError(`${file} cannot be read.`, { cause });
  });
  const { invited, changed, unchanged, refused } = await importPeople({
    client: await clientFromEnvironment(),
    records: parseRecords(text),
    onRefused: (name, reason) => console.error(`${name}: ${reason}`),
  });
  console.log(`${invited} invited, ${changed} changed, ${unchanged} there already, ${refused} refused.`);
  process.exitCode = refused > 0 ? someRefusedExitCode : 0;
};

/** Keeps the accounts of a portal in a file, from which they can be made again: a user pool has no backup. */
const run = async () => {
  const [action = '', file = ''] = readArguments(usage, { atLeast: 2 }).positionals;
  if (action === 'export') return exportTo(file);
  if (action === 'import') return importFrom(file);
  throw new UserError(`Unexpected argument '${action}'. Usage: ${usage}`);
};

await runCommand(run);
