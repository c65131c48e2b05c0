import { Logger } from '@aws-lambda-powertools/logger';
import { ulid } from 'ulid';
import { readEnv } from '../../shared/env.ts';
import { changeStore } from '../../shared/search/change-store.ts';
import { snapshotStore } from '../../shared/search/snapshot-store.ts';
import { connectTable } from '../../shared/table/table-store.ts';
import { compact } from './compact.ts';

const env = readEnv(['CONTENT_TABLE', 'SEARCH_BUCKET', 'SITE_ID']);
const logger = new Logger();
const compaction = {
  siteId: env.SITE_ID,
  changes: changeStore(connectTable(env.CONTENT_TABLE), env.SITE_ID),
  snapshots: snapshotStore(env.SEARCH_BUCKET),
  newId: () => ulid().toLowerCase(),
  onDamage: (error: unknown) => logger.warn('The snapshot of the index cannot be used', { error }),
};

/** Forces a snapshot that is not due, or a rebuild from the table. */
type Request = { force?: boolean; rebuild?: boolean };

/** Invoked by a schedule, and by operators. */
export const handler = async ({ force = false, rebuild = false }: Request = {}) => {
  const done = await compact(compaction, { now: new Date(), isForced: force, isRebuild: rebuild });
  logger.info('Compaction of the search index', done);
  return done;
};
