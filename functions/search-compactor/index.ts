import { Logger } from '@aws-lambda-powertools/logger';
import type { Context } from 'aws-lambda';
import { ulid } from 'ulid';
import { readEnv, readSiteId } from '../../shared/env.ts';
import { changeStore } from '../../shared/search/change-store.ts';
import { indexVersions } from '../../shared/search/index-schema.ts';
import { snapshotStore } from '../../shared/search/snapshot-store.ts';
import { temporaryFile } from '../../shared/search/temporary-database.ts';
import { connectTable } from '../../shared/table/table-store.ts';
import { compact } from './compact.ts';
import { indexFillMetric } from './index-fill-metric.ts';

const siteId = readSiteId();
const env = readEnv(['CONTENT_TABLE', 'SEARCH_BUCKET']);
const logger = new Logger();
const dependencies = {
  siteId,
  changes: changeStore(connectTable(env.CONTENT_TABLE), siteId),
  snapshots: snapshotStore(env.SEARCH_BUCKET, siteId),
  newId: () => ulid().toLowerCase(),
  versions: indexVersions,
  newFile: temporaryFile,
  onInvalidSnapshot: (error: unknown) =>
    logger.warn('The snapshot of the index cannot be used: it is rebuilt', { error }),
};

/** `force`: write a snapshot even if none is due. `rebuild`: build it from the whole table. */
type CompactionRequest = { force?: boolean; rebuild?: boolean };

/** Invoked by the schedule and by operators. */
export const handler = async (
  { force = false, rebuild = false }: CompactionRequest = {},
  { functionName }: Pick<Context, 'functionName'>,
) => {
  const now = new Date();
  const outcome = await compact(dependencies, { now, isForced: force, isRebuild: rebuild });
  logger.info('Compaction of the search index', outcome);
  // Not by the logger or `console`: CloudWatch reads the metric only where `_aws` is a member of the line itself.
  if ('indexBytes' in outcome)
    process.stdout.write(`${JSON.stringify(indexFillMetric(functionName, outcome, now))}\n`);
  return outcome;
};
