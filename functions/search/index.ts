import { Logger } from '@aws-lambda-powertools/logger';
import { readEnv } from '../../shared/env.ts';
import { httpFunction } from '../../shared/http/http-function.ts';
import { readerStore } from '../../shared/reader/reader-store.ts';
import { changeStore } from '../../shared/search/change-store.ts';
import { snapshotStore } from '../../shared/search/snapshot-store.ts';
import { connectTable } from '../../shared/table/table-store.ts';
import { pageStatistics } from '../../shared/visits/page-statistics.ts';
import { publishedStore } from '../../shared/visits/published-store.ts';
import { answerQuery } from './answer-query.ts';
import { apiHandlers } from './api-handlers.ts';
import { searchErrorReply } from './error-reply.ts';
import { searchHandlers } from './handlers.ts';
import { indexCache } from './index-cache.ts';

const env = readEnv(['CONTENT_TABLE', 'VISITS_TABLE', 'SEARCH_BUCKET', 'SITE_ID']);
const logger = new Logger();
const table = connectTable(env.CONTENT_TABLE);
const changes = changeStore(table, env.SITE_ID);
const index = indexCache({
  siteId: env.SITE_ID,
  changes,
  snapshots: snapshotStore(env.SEARCH_BUCKET, env.SITE_ID),
  onInvalidSnapshot: (error) =>
    logger.warn('The snapshot of the index cannot be used: it is rebuilt', { error }),
});
const dependencies = {
  index,
  answerQuery: answerQuery({ index, changes }),
  reader: readerStore(table, env.SITE_ID),
  visits: pageStatistics({
    store: publishedStore(connectTable(env.VISITS_TABLE), env.SITE_ID),
    onFailure: (error) => logger.warn('Search pages are served without visit statistics', { error }),
  }),
  clock: () => new Date(),
};

export const handler = httpFunction(
  { ...searchHandlers(dependencies), ...apiHandlers(dependencies) },
  searchErrorReply,
);
