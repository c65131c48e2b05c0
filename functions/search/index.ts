import { Logger } from '@aws-lambda-powertools/logger';
import { readEnv, readSiteId, readTableConnection } from '../../shared/env.ts';
import { httpFunction } from '../../shared/http/http-function.ts';
import { readerStore } from '../../shared/reader/reader-store.ts';
import { changeStore } from '../../shared/search/change-store.ts';
import { indexVersions } from '../../shared/search/index-schema.ts';
import { snapshotStore } from '../../shared/search/snapshot-store.ts';
import { temporaryFile } from '../../shared/search/temporary-database.ts';
import { dynamodbClient } from '../../shared/table/dynamodb-client.ts';
import { connectTable } from '../../shared/table/table-store.ts';
import { pageStatistics } from '../../shared/visits/page-statistics.ts';
import { publishedStore } from '../../shared/visits/published-store.ts';
import { searchMissesStore } from '../../shared/visits/search-misses-store.ts';
import { answerQuery } from './answer-query.ts';
import { apiHandlers } from './api-handlers.ts';
import { missCounter } from './count-miss.ts';
import { searchErrorReply } from './error-reply.ts';
import { searchHandlers } from './handlers.ts';
import { indexCache } from './index-cache.ts';
import { explainNothingFound } from './nothing-found.ts';

const siteId = readSiteId();
const env = readEnv(['CONTENT_TABLE', 'VISITS_TABLE', 'SEARCH_BUCKET']);
const logger = new Logger();
/** Milliseconds that an answer waits for its count, at most. */
const countTimeoutMs = 300;
const table = connectTable(env.CONTENT_TABLE);
const changes = changeStore(table, siteId);
const index = indexCache({
  siteId,
  changes,
  snapshots: snapshotStore(env.SEARCH_BUCKET, siteId),
  versions: indexVersions,
  newFile: temporaryFile,
  onInvalidSnapshot: (error) => logger.warn('The snapshot of the index cannot be used', { error }),
  onFailure: (error) => logger.error('The index cannot be loaded or extended', { error }),
});
const dependencies = {
  index,
  answerQuery: answerQuery({ index, changes }),
  explainNothingFound: explainNothingFound({ index, changes }),
  reader: readerStore(table, siteId),
  visits: pageStatistics({
    store: publishedStore(connectTable(env.VISITS_TABLE), siteId),
    onFailure: (error) => logger.warn('Search pages are served without visit statistics', { error }),
  }),
  countMiss: missCounter({
    misses: searchMissesStore(
      connectTable(
        env.VISITS_TABLE,
        dynamodbClient({ ...readTableConnection(), attempts: 1, timeoutMs: countTimeoutMs }),
      ),
      siteId,
    ),
    onFailure: (error) => logger.warn('A search without results is not counted', { error }),
  }),
  clock: () => new Date(),
};

export const handler = httpFunction(
  { ...searchHandlers(dependencies), ...apiHandlers(dependencies) },
  searchErrorReply,
);
