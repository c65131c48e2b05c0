import { Logger } from '@aws-lambda-powertools/logger';
import { readEnv, readSiteId } from '../../shared/env.ts';
import { httpFunction } from '../../shared/http/http-function.ts';
import { connectTable } from '../../shared/table/table-store.ts';
import { historyStore } from '../../shared/visits/history-store.ts';
import { statisticsStore } from '../../shared/visits/statistics-store.ts';
import { visitStore } from '../../shared/visits/visit-store.ts';
import { currentStatistics } from './current-statistics.ts';
import { mostReadList } from './most-read-list.ts';
import { staffHandlers } from './staff-handlers.ts';
import { visitHandlers } from './visit-handlers.ts';

const siteId = readSiteId();
const env = readEnv(['VISITS_TABLE', 'SITE_ORIGIN']);
const table = connectTable(env.VISITS_TABLE);
const visits = visitStore(table, siteId);
const history = historyStore(table, siteId);
const store = statisticsStore(table, siteId);
const logger = new Logger();

const dependencies = {
  visits,
  history,
  store,
  statistics: currentStatistics({ visits, store }),
  mostRead: mostReadList({ history, store }),
  origin: env.SITE_ORIGIN,
  clock: () => new Date(),
  onPublishFailure: (error: unknown) =>
    logger.warn('The statistics could not be published; the next beacon tries again', { error }),
};

export const handler = httpFunction({ ...visitHandlers(dependencies), ...staffHandlers(dependencies) });
