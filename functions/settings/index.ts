import { readEnv } from '../../shared/env.ts';
import { httpFunction } from '../../shared/http/function.ts';
import { siteStore } from '../../shared/site/site-store.ts';
import { connectTable } from '../../shared/table-store.ts';
import { settingsHandlers } from './handlers.ts';

const env = readEnv(['CONTENT_TABLE', 'SITE_ID']);

export const handler = httpFunction(
  settingsHandlers(siteStore(connectTable(env.CONTENT_TABLE), env.SITE_ID)),
);
