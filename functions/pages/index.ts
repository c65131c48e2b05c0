import { readerStore } from '../../shared/articles/reader-store.ts';
import { readEnv } from '../../shared/env.ts';
import { httpFunction } from '../../shared/http/function.ts';
import { connectTable } from '../../shared/table-store.ts';
import { apiHandlers } from './api-handlers.ts';
import { pageErrors } from './page-errors.ts';
import { pageHandlers } from './page-handlers.ts';

const { contentTable, siteId, siteOrigin } = readEnv();
const dependencies = {
  reader: readerStore(connectTable(contentTable), siteId),
  origin: siteOrigin,
  now: () => new Date(),
};

export const handler = httpFunction(
  { ...pageHandlers(dependencies), ...apiHandlers(dependencies) },
  pageErrors(dependencies),
);
