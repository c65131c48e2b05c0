import { setTimeout as wait } from 'node:timers/promises';
import { DynamoDBClient, ResourceNotFoundException } from '@aws-sdk/client-dynamodb';
import { readArguments } from '../cli/read-arguments.ts';
import { runCommand } from '../cli/run-command.ts';
import { UserError } from '../cli/user-error.ts';
import { readItems, replaceItems } from './restore/table-items.ts';

const usage = 'npm run restore-table -- <restored table> <table of the portal>';

/**
 * Makes a table of the portal equal to a table that was restored beside it: point-in-time recovery and AWS Backup restore to new tables only,
 * and the portal keeps its own, with its name, stream and expiry. Takes AWS_REGION and credentials from the environment.
 */
const run = async () => {
  const [from = '', to = ''] = readArguments(usage, { atLeast: 2 }).positionals;
  if (from === to) throw new UserError(`${from} cannot be restored from itself.`);
  const dynamodb = new DynamoDBClient({});
  try {
    const first = await readItems(dynamodb, from).next();
    if (first.done) throw new UserError(`${from} is empty. Nothing was restored.`);
    const { written, removed, unchanged } = await replaceItems(
      { dynamodb, wait },
      to,
      readItems(dynamodb, from),
    );
    console.log(`${to}: ${written} items written, ${removed} removed, ${unchanged} were so already.`);
  } catch (error) {
    if (!(error instanceof ResourceNotFoundException)) throw error;
    throw new UserError(`There is no table ${from} or no table ${to} in this account and Region.`);
  }
};

await runCommand(run);
