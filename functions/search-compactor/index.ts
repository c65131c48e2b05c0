import { Logger } from '@aws-lambda-powertools/logger';
import { ulid } from 'ulid';
import { readEnv, readSiteId } from '../../shared/env.ts';
import { changeStore } from '../../shared/search/change-store.ts';
import { snapshotStore } from '../../shared/search/snapshot-store.ts';
import { connectTable } from '../../shared/table/table-store.ts';
import { compact } from './compact.ts';

const siteId = readSiteId();
const env = readEnv(['CONTENT_TABLE', 'SEARCH_BUCKET']);
const logger = new Logger();
const dependencies = {
  siteId,
  changes: changeStore(connectTable(env.CONTENT_TABLE), siteId),
  snapshots: snapshotStore(env.SEARCH_BUCKET, siteId),
  newId: () => ulid().toLowerCase(),
  onInvalidSnapshot: (error: unknown) =>
    logger.warn('The snapshot of the index cannot be used: it is rebuilt', { error }),
};

/** `force`: write a snapshot even if none is due. `rebuild`: build it from the whole table. */
type CompactionRequest = { force?: boolean; rebuild?: boolean };

/** Invoked by the schedule and by operators. */
export const handler = async ({ force = false, rebuild = false }: CompactionRequest = {}) => {
  const outcome = await compact(dependencies, { now: new Date(), isForced: force, isRebuild: rebuild });
  logger.info('Compaction of the search index', outcome);
  return outcome;
};
