import { Logger } from '@aws-lambda-powertools/logger';
import { cacheHeadersOf } from '../../shared/edge/freshness.ts';
import { readEnv, readSiteId } from '../../shared/env.ts';
import { httpFunction } from '../../shared/http/http-function.ts';
import { readerStore } from '../../shared/reader/reader-store.ts';
import { connectTable } from '../../shared/table/table-store.ts';
import { pageStatistics } from '../../shared/visits/page-statistics.ts';
import { publishedStore } from '../../shared/visits/published-store.ts';
import { apiHandlers } from './api-handlers.ts';
import { pageErrors } from './page-errors.ts';
import { pageHandlers } from './page-handlers.ts';

const siteId = readSiteId();
const env = readEnv(['CONTENT_TABLE', 'VISITS_TABLE', 'SITE_ORIGIN']);
const logger = new Logger();
const dependencies = {
  reader: readerStore(connectTable(env.CONTENT_TABLE), siteId),
  visits: pageStatistics({
    store: publishedStore(connectTable(env.VISITS_TABLE), siteId),
    onFailure: (error) => logger.warn('Pages are served without visit statistics', { error }),
  }),
  origin: env.SITE_ORIGIN,
  cacheHeaders: cacheHeadersOf(siteId),
  clock: () => new Date(),
};

export const handler = httpFunction(
  { ...pageHandlers(dependencies), ...apiHandlers(dependencies) },
  pageErrors(dependencies),
);
