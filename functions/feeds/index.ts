import { cacheHeadersOf } from '../../shared/edge/freshness.ts';
import { readEnv, readSiteId } from '../../shared/env.ts';
import { httpFunction } from '../../shared/http/http-function.ts';
import { readerStore } from '../../shared/reader/reader-store.ts';
import { connectTable } from '../../shared/table/table-store.ts';
import { feedHandlers } from './handlers.ts';

const siteId = readSiteId();
const env = readEnv(['CONTENT_TABLE', 'SITE_ORIGIN']);

export const handler = httpFunction(
  feedHandlers({
    reader: readerStore(connectTable(env.CONTENT_TABLE), siteId),
    origin: env.SITE_ORIGIN,
    cacheHeaders: cacheHeadersOf(siteId),
    clock: () => new Date(),
  }),
);
