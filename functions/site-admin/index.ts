import { setTimeout as wait } from 'node:timers/promises';
import { Logger } from '@aws-lambda-powertools/logger';
import { ulid } from 'ulid';
import { activityRecorder, activityStore } from '../../shared/activity/activity-store.ts';
import { articleStore } from '../../shared/articles/article-store.ts';
import { readEnv, readQueueConnection, readSiteId, readTableConnection } from '../../shared/env.ts';
import { httpFunction } from '../../shared/http/http-function.ts';
import { readerStore } from '../../shared/reader/reader-store.ts';
import { changeStore } from '../../shared/search/change-store.ts';
import { settingsHistoryStore } from '../../shared/site/settings-history-store.ts';
import { siteStore } from '../../shared/site/site-store.ts';
import { dynamodbClient } from '../../shared/table/dynamodb-client.ts';
import { connectTable } from '../../shared/table/table-store.ts';
import { historyStore } from '../../shared/visits/history-store.ts';
import { activityHandlers } from './activity-handlers.ts';
import { backupStore } from './backup-store.ts';
import { categoryHandlers } from './category-handlers.ts';
import { categoryStore } from './category-store.ts';
import { deadLetterStore } from './dead-letter-store.ts';
import { healthHandlers } from './health-handlers.ts';
import { openApiHandlers } from './openapi-handlers.ts';
import { royaltiesHandlers } from './royalties-handlers.ts';
import { settingsHandlers } from './settings-handlers.ts';
import { settingsHistoryHandlers } from './settings-history-handlers.ts';
import { tagHandlers } from './tag-handlers.ts';
import { allTagsStore } from './tag-store.ts';

const siteId = readSiteId();
const env = readEnv([
  'CONTENT_TABLE',
  'ACTIVITY_TABLE',
  'VISITS_TABLE',
  'DEAD_LETTER_QUEUE_URL',
  'SITE_ORIGIN',
]);
const record = activityRecorder(env.ACTIVITY_TABLE, siteId);
const content = connectTable(env.CONTENT_TABLE);
// The page of the portal's health waits two seconds for each source.
const impatient = dynamodbClient({ ...readTableConnection(), attempts: 2, timeoutMs: 800 });
const logger = new Logger();

const dependencies = {
  site: siteStore(content, siteId, record),
  articles: articleStore(content, siteId, record),
  reader: readerStore(content, siteId),
  categories: categoryStore(content, siteId),
  tags: allTagsStore(content, siteId, record),
  history: settingsHistoryStore(content, siteId),
  activity: activityStore(connectTable(env.ACTIVITY_TABLE), siteId),
  backups: backupStore(impatient, [env.CONTENT_TABLE, env.ACTIVITY_TABLE, env.VISITS_TABLE]),
  deadLetters: deadLetterStore(env.DEAD_LETTER_QUEUE_URL, readQueueConnection()),
  changes: changeStore(connectTable(env.CONTENT_TABLE, impatient), siteId),
  visits: historyStore(connectTable(env.VISITS_TABLE, impatient), siteId),
  onSourceFailure: (error: unknown) => logger.warn('A source of the health did not answer', { error }),
  wait: (ms: number, signal: AbortSignal) => wait(ms, undefined, { signal }),
  origin: env.SITE_ORIGIN,
  siteId,
  clock: () => new Date(),
  newId: () => ulid().toLowerCase(),
};

export const handler = httpFunction({
  ...settingsHandlers(dependencies),
  ...categoryHandlers(dependencies),
  ...tagHandlers(dependencies),
  ...settingsHistoryHandlers(dependencies),
  ...activityHandlers(dependencies),
  ...royaltiesHandlers(dependencies),
  ...healthHandlers(dependencies),
  ...openApiHandlers(dependencies),
});
