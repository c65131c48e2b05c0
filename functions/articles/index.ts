import { ulid } from 'ulid';
import { articleStore } from '../../shared/articles/article-store.ts';
import { readEnv } from '../../shared/env.ts';
import { httpFunction } from '../../shared/http/function.ts';
import { imageStore } from '../../shared/images/image-store.ts';
import { siteStore } from '../../shared/site/site-store.ts';
import { connectTable } from '../../shared/table-store.ts';
import { articleHandlers } from './handlers.ts';

const { contentTable, siteId } = readEnv();
const table = connectTable(contentTable);

export const handler = httpFunction(
  articleHandlers({
    articles: articleStore(table, siteId),
    images: imageStore(table, siteId),
    site: siteStore(table, siteId),
    now: () => new Date(),
    newId: () => ulid().toLowerCase(),
  }),
);
