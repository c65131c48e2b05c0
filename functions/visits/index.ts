import { Logger } from '@aws-lambda-powertools/logger';
import { ulid } from 'ulid';
import { activityRecorder } from '../../shared/activity/activity-store.ts';
import { readEnv, readSiteId, readTableConnection } from '../../shared/env.ts';
import { httpFunction } from '../../shared/http/http-function.ts';
import { readerStore } from '../../shared/reader/reader-store.ts';
import { dynamodbClient } from '../../shared/table/dynamodb-client.ts';
import { connectTable } from '../../shared/table/table-store.ts';
import { articleReadsStore } from '../../shared/visits/article-reads-store.ts';
import { historyStore } from '../../shared/visits/history-store.ts';
import { publishedStore } from '../../shared/visits/published-store.ts';
import { searchMissesStore } from '../../shared/visits/search-misses-store.ts';
import { statisticsStore } from '../../shared/visits/statistics-store.ts';
import { visitHistory } from '../../shared/visits/visit-history.ts';
import { visitStore } from '../../shared/visits/visit-store.ts';
import { yearsStore } from '../../shared/visits/years-store.ts';
import { articleVisibility } from './article-visibility.ts';
import { currentStatistics } from './current-statistics.ts';
import { interestHandlers } from './interest-handlers.ts';
import { mostReadArticles } from './most-read-articles.ts';
import { staffHandlers } from './staff-handlers.ts';
import { visitHandlers } from './visit-handlers.ts';

const siteId = readSiteId();
const env = readEnv(['CONTENT_TABLE', 'ACTIVITY_TABLE', 'VISITS_TABLE', 'SITE_ORIGIN']);
const table = connectTable(env.VISITS_TABLE);
// Looking up an article must leave enough of the function's time to count the visit.
const content = connectTable(
  env.CONTENT_TABLE,
  dynamodbClient({ ...readTableConnection(), attempts: 2, timeoutMs: 500 }),
);
const reader = readerStore(content, siteId);
const newId = () => ulid().toLowerCase();
const visits = visitStore(table, siteId, newId);
const store = statisticsStore(table, siteId);
const logger = new Logger();

const dependencies = {
  visits,
  history: visitHistory({ history: historyStore(table, siteId), years: yearsStore(table, siteId) }),
  published: publishedStore(table, siteId),
  mostReadArticles: mostReadArticles({ reads: articleReadsStore(table, siteId), reader }),
  misses: searchMissesStore(table, siteId),
  reader,
  store,
  statistics: currentStatistics({ visits, store }),
  visibleOf: articleVisibility(reader),
  origin: env.SITE_ORIGIN,
  record: activityRecorder(env.ACTIVITY_TABLE, siteId),
  newId,
  clock: () => new Date(),
  onPublishFailure: (error: unknown) =>
    logger.warn('The statistics could not be published; the next beacon tries again', { error }),
  onLookupFailure: (error: unknown) =>
    logger.warn('Articles could not be looked up; their reads are not counted', { error }),
};

export const handler = httpFunction({
  ...visitHandlers(dependencies),
  ...staffHandlers(dependencies),
  ...interestHandlers(dependencies),
});
