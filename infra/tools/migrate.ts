import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { readEnv, readSiteId } from '../../shared/env.ts';
import { readArguments } from '../cli/read-arguments.ts';
import { runCommand } from '../cli/run-command.ts';
import { UserError } from '../cli/user-error.ts';
import { chosenMigrations, migrate, statusLines } from './migrations/migrate.ts';
import { migrationTables } from './migrations/migration-tables.ts';
import { migrations } from './migrations/migrations.ts';

const usage = 'npm run migrate -- up|down|status';

/** Changes the items of a site to what this release writes, or back. Names of the tables and credentials come from the environment. */
const run = async () => {
  const [action = ''] = readArguments(usage, { atLeast: 1 }).positionals;
  if (action !== 'up' && action !== 'down' && action !== 'status') {
    throw new UserError(`'${action}' is no action. Usage: ${usage}`);
  }
  const { CONTENT_TABLE, ACTIVITY_TABLE, VISITS_TABLE } = readEnv([
    'CONTENT_TABLE',
    'ACTIVITY_TABLE',
    'VISITS_TABLE',
  ]);
  const names = { content: CONTENT_TABLE, activity: ACTIVITY_TABLE, visits: VISITS_TABLE };
  const tables = migrationTables(new DynamoDBClient({}), names, readSiteId());
  if (action !== 'status') {
    for (const migration of await chosenMigrations(migrations, action, tables)) {
      const changed = await migrate(migration, action, { tables, newId: randomUUID, wait });
      console.log(`${migration.name}: ${changed} items changed`);
    }
  }
  for (const line of await statusLines(migrations, tables)) console.log(line);
};

await runCommand(run);
