import { ulid } from 'ulid';
import { activityRecorder, activityStore } from '../../shared/activity/activity-store.ts';
import { articleStore } from '../../shared/articles/article-store.ts';
import { readEnv, readSiteId } from '../../shared/env.ts';
import { httpFunction } from '../../shared/http/http-function.ts';
import { readerStore } from '../../shared/reader/reader-store.ts';
import { settingsHistoryStore } from '../../shared/site/settings-history-store.ts';
import { siteStore } from '../../shared/site/site-store.ts';
import { connectTable } from '../../shared/table/table-store.ts';
import { activityHandlers } from './activity-handlers.ts';
import { categoryHandlers } from './category-handlers.ts';
import { categoryStore } from './category-store.ts';
import { openApiHandlers } from './openapi-handlers.ts';
import { royaltiesHandlers } from './royalties-handlers.ts';
import { settingsHandlers } from './settings-handlers.ts';
import { settingsHistoryHandlers } from './settings-history-handlers.ts';
import { tagHandlers } from './tag-handlers.ts';
import { allTagsStore } from './tag-store.ts';

const siteId = readSiteId();
const env = readEnv(['CONTENT_TABLE', 'ACTIVITY_TABLE', 'SITE_ORIGIN']);
const record = activityRecorder(env.ACTIVITY_TABLE, siteId);
const content = connectTable(env.CONTENT_TABLE);

const dependencies = {
  site: siteStore(content, siteId, record),
  articles: articleStore(content, siteId, record),
  reader: readerStore(content, siteId),
  categories: categoryStore(content, siteId),
  tags: allTagsStore(content, siteId, record),
  history: settingsHistoryStore(content, siteId),
  activity: activityStore(connectTable(env.ACTIVITY_TABLE), siteId),
  origin: env.SITE_ORIGIN,
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
  ...openApiHandlers(dependencies),
});
