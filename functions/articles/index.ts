import { ulid } from 'ulid';
import { activityRecorder } from '../../shared/activity/activity-store.ts';
import { articleStore } from '../../shared/articles/article-store.ts';
import { tagStore } from '../../shared/articles/tags-in-use.ts';
import { readEnv, readSiteId } from '../../shared/env.ts';
import { httpFunction } from '../../shared/http/http-function.ts';
import { imageStore } from '../../shared/images/image-store.ts';
import { previewKeyStore } from '../../shared/site/preview-key-store.ts';
import { siteStore } from '../../shared/site/site-store.ts';
import { connectTable } from '../../shared/table/table-store.ts';
import { articleHandlers } from './handlers.ts';

const siteId = readSiteId();
const env = readEnv(['CONTENT_TABLE', 'ACTIVITY_TABLE']);
const record = activityRecorder(env.ACTIVITY_TABLE, siteId);
const table = connectTable(env.CONTENT_TABLE);

export const handler = httpFunction(
  articleHandlers({
    articles: articleStore(table, siteId, record),
    tags: tagStore(table, siteId),
    images: imageStore(table, siteId, record),
    site: siteStore(table, siteId, record),
    previewKey: previewKeyStore(table, siteId),
    clock: () => new Date(),
    newId: () => ulid().toLowerCase(),
  }),
);
