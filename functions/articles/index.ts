import { ulid } from 'ulid';
import { activityRecorder } from '../../shared/activity/activity-store.ts';
import { articleStore } from '../../shared/articles/article-store.ts';
import { readEnv } from '../../shared/env.ts';
import { httpFunction } from '../../shared/http/http-function.ts';
import { imageStore } from '../../shared/images/image-store.ts';
import { previewKeyStore } from '../../shared/site/preview-key-store.ts';
import { siteStore } from '../../shared/site/site-store.ts';
import { connectTable } from '../../shared/table/table-store.ts';
import { articleHandlers } from './handlers.ts';

const env = readEnv(['CONTENT_TABLE', 'ACTIVITY_TABLE', 'SITE_ID']);
const record = activityRecorder(env.ACTIVITY_TABLE, env.SITE_ID);
const table = connectTable(env.CONTENT_TABLE);

export const handler = httpFunction(
  articleHandlers({
    articles: articleStore(table, env.SITE_ID, record),
    images: imageStore(table, env.SITE_ID, record),
    site: siteStore(table, env.SITE_ID, record),
    previewKey: previewKeyStore(table, env.SITE_ID),
    clock: () => new Date(),
    newId: () => ulid().toLowerCase(),
  }),
);
