import { Logger } from '@aws-lambda-powertools/logger';
import { readEnv, readSiteId } from '../../shared/env.ts';
import { poolAccountsStore } from '../../shared/people/pool-accounts-store.ts';
import { exportPeople } from './export-people.ts';
import { peopleFileStore } from './people-file-store.ts';

const env = readEnv(['USER_POOL_ID', 'PEOPLE_BUCKET']);
const { listAll } = poolAccountsStore(env.USER_POOL_ID);
const { write } = peopleFileStore(env.PEOPLE_BUCKET, readSiteId());
const logger = new Logger();

/** Invoked by the schedule. */
export const handler = async () => {
  const accounts = await exportPeople({ listAll, write });
  logger.info('The people were exported', { accounts });
  return { accounts };
};
